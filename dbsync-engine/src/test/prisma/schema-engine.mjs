// Prisma's own schema engine: the one behind `prisma db push` and `prisma migrate diff`.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

const require = createRequire(import.meta.url)

async function loadEngine() {
  const folder = path.dirname(require.resolve('@prisma/schema-engine-wasm'))
  const bindings = await import(path.join(folder, 'schema_engine_bg.js'))
  const wasm = new WebAssembly.Module(fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm')))
  const instance = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return bindings.SchemaEngine
}

// The adapter does not know PostgreSQL's type "char", which the engine's own queries of the catalog return.
function loadPostgresAdapter() {
  const file = require.resolve('@prisma/adapter-pg')
  const known = 'switch (fieldTypeId) {'
  const char = `${known} case 18: return import_driver_adapter_utils.ColumnTypeEnum.Character;`
  const Module = require('node:module')
  const adapter = new Module(file)
  adapter.filename = file
  adapter.paths = Module._nodeModulePaths(path.dirname(file))
  adapter._compile(fs.readFileSync(file, 'utf8').replace(known, char), file)
  return adapter.exports.PrismaPg
}

function adapterOf(provider, url) {
  if (provider === 'sqlite') {
    const { PrismaLibSql } = require('@prisma/adapter-libsql')
    return new PrismaLibSql({ url: url ?? ':memory:' })
  }
  const PrismaPg = loadPostgresAdapter()
  return new PrismaPg({ connectionString: url })
}

/** The engine on a database; `files` are the schema's. */
export async function engineOn(provider, url, files) {
  const SchemaEngine = await loadEngine()
  const adapter = bindMigrationAwareSqlAdapterFactory(adapterOf(provider, url))
  const datamodels = files.map(file => [file.path, file.content])
  return SchemaEngine.new({ datamodels }, () => {}, adapter)
}

/** What an error says, without its colours. */
export function messageOf(error) {
  let message = error?.message ?? String(error)
  try {
    message = JSON.parse(message).message ?? message
  } catch {
    // it is plain text already
  }
  return message.replace(/\x1b\[[0-9;]*m/g, '')
}
