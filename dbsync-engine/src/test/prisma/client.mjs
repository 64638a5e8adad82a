// The real Prisma Client of a schema, generated as `prisma generate` does it, and connected as an application does it.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import prismaSchema from '@prisma/prisma-schema-wasm'

const require = createRequire(import.meta.url)
const FOLDER = path.resolve('clients')

/**
 * The client's module.
 *
 * @param schema the text of the schema, with the provider that is meant
 */
export async function generated(schema) {
  const output = path.join(FOLDER, createHash('sha256').update(schema).digest('hex').slice(0, 16))
  if (!fs.existsSync(path.join(output, 'index.js'))) {
    await generate(schema, output)
  }
  return require(output)
}

async function generate(schema, output) {
  const { PrismaClientJsGenerator } = require('@prisma/client-generator-js')
  const schemaPath = path.join(output, 'schema.prisma')
  const files = { prismaSchema: [[schemaPath, schema]], noColor: true }
  const dmmf = JSON.parse(prismaSchema.get_dmmf(JSON.stringify(files)))
  const environment = { datasourceOverrides: {}, ignoreEnvVarErrors: true, env: {} }
  const { config } = JSON.parse(prismaSchema.get_config(JSON.stringify({ ...files, ...environment })))
  const options = { schemaPath, dmmf, datamodel: schema, datasources: config.datasources, otherGenerators: [] }
  const generator = { ...config.generators[0], isCustomOutput: true, output: { value: output, fromEnvVar: null } }
  const version = require('@prisma/client/package.json').version
  await new PrismaClientJsGenerator({ cliCommand: 'prisma generate' }).generate({ ...options, generator, version })
}

/** @param timestampFormat the adapter's option of SQLite, `iso8601` or `unixepoch-ms` */
export function connected({ PrismaClient }, provider, url, timestampFormat) {
  return new PrismaClient({ adapter: adapterOf(provider, url, timestampFormat) })
}

function adapterOf(provider, url, timestampFormat) {
  if (provider === 'sqlite') {
    const { PrismaLibSql } = require('@prisma/adapter-libsql')
    return new PrismaLibSql({ url, intMode: 'bigint' }, { timestampFormat })
  }
  const { PrismaPg } = require('@prisma/adapter-pg')
  return new PrismaPg({ connectionString: url })
}
