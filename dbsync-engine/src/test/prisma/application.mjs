// node application.mjs <command> <schema file> <sqlite|postgresql> <url> [<timestampFormat>]
//
// write  writes awkward rows, of values.prisma or native.prisma
// see    prints all rows of all models as the application sees them, and what filters and orders find
import { writeAll } from './awkward-rows.mjs'
import { connected, generated } from './client.mjs'
import { askAll } from './questions.mjs'
import { messageOf } from './schema-engine.mjs'
import { schemaFiles, withProvider } from './schema-files.mjs'

const commands = {
  write: (client, { Prisma }) => writeAll(client, Prisma),
  see: async (client, { Prisma }, provider) => {
    const answers = Object.entries(await askAll(client, Prisma, provider))
    return [...(await allRows(client, Prisma)), ...answers.map(([name, found]) => `${name}: ${JSON.stringify(found)}`)].join('\n')
  },
}

async function allRows(client, Prisma) {
  const lines = []
  for (const model of Object.keys(Prisma.ModelName)) {
    const rows = await client[model[0].toLowerCase() + model.slice(1)].findMany(relations(model))
    lines.push(...rows.map(row => `${model} ${JSON.stringify(plain(row))}`).sort())
  }
  return lines
}

// Pairs of a many-to-many relation are rows too.
const relations = model => (model === 'Post' ? { include: { tags: { orderBy: { name: 'asc' } } } } : {})

// Values that JSON does not tell apart, in words.
function plain(value) {
  if (typeof value === 'bigint') return { bigint: String(value) }
  if (value instanceof Date) return { date: Number.isNaN(value.getTime()) ? 'none' : value.toISOString() }
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('hex') }
  if (Object.is(value, -0)) return { number: '-0' }
  if (typeof value === 'number' && !Number.isFinite(value)) return { number: String(value) }
  if (Array.isArray(value)) return value.map(plain)
  if (value?.toFixed && typeof value === 'object') return { decimal: value.toFixed() }
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.keys(value).sort().map(key => [key, plain(value[key])]))
}

const [command, schema, provider, url, timestampFormat] = process.argv.slice(2)
try {
  const module = await generated(schemaFiles(schema).map(file => withProvider(file, provider).content).join('\n'))
  const client = connected(module, provider, url, timestampFormat)
  process.stdout.write((await commands[command](client, module, provider)) ?? '')
  process.exit(0)
} catch (error) {
  console.error(messageOf(error))
  process.exit(1)
}
