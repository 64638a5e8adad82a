// node prisma.mjs <command> <schema file or folder> <sqlite|postgresql> [<url>]
//
// verdicts  prints OK or FAIL for each file of a folder, each a schema of its own
// ddl       prints what `prisma db push` would run on an empty database; the tests' recorded statements are made with it
// push      does it, on this database; accepts no loss of data
// pull      prints the schema that `prisma db pull` takes this database's for
// drift     prints what `prisma db push` would still run on this database: nothing if it is what the schema says
import path from 'node:path'
import prismaSchema from '@prisma/prisma-schema-wasm'
import { engineOn, messageOf } from './schema-engine.mjs'
import { schemaFiles, withProvider } from './schema-files.mjs'

const NO_FILTER = { externalTables: [], externalEnums: [] }
const NOTHING = '-- This is an empty migration.'

const commands = {
  verdicts: async files => files.map(file => `${verdict(file)} ${path.basename(file.path)}\n`).join(''),
  ddl: async (files, provider, url) => diff(await engineOn(provider, url, files), { tag: 'empty' }, files),
  push: async (files, provider, url) => {
    const engine = await engineOn(provider, url, files)
    const result = await engine.schemaPush({ force: false, schema: { files }, filters: NO_FILTER })
    if (result.warnings.length + result.unexecutable.length > 0) {
      throw new Error([...result.warnings, ...result.unexecutable].join('\n'))
    }
  },
  pull: async (files, provider, url) => {
    const engine = await engineOn(provider, url, files)
    const schema = { files }
    const options = { schema, baseDirectoryPath: process.cwd(), force: true, compositeTypeDepth: -1, namespaces: null }
    const result = await engine.introspect(options)
    return result.schema.files.map(file => file.content).join('\n')
  },
  drift: async (files, provider, url) =>
    diff(await engineOn(provider, url, files), { tag: 'schemaDatasource', files, configDir: process.cwd() }, files),
}

function verdict(file) {
  try {
    prismaSchema.validate(JSON.stringify({ prismaSchema: [[file.path, file.content]], noColor: true }))
    return 'OK'
  } catch {
    return 'FAIL'
  }
}

async function diff(engine, from, files) {
  const to = { tag: 'schemaDatamodel', files }
  const result = await engine.diff({ from, to, script: true, exitCode: true, shadowDatabaseUrl: null, filters: NO_FILTER })
  return result.stdout.trim() === NOTHING ? '' : result.stdout
}

const [command, place, provider, url] = process.argv.slice(2)
try {
  const files = schemaFiles(place).map(file => (provider ? withProvider(file, provider) : file))
  process.stdout.write((await commands[command](files, provider, url)) ?? '')
  process.exit(0)
} catch (error) {
  console.error(messageOf(error))
  process.exit(1)
}
