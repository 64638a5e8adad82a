// node cli.mjs <arguments of prisma>: Prisma's real command line in the current folder, such as `migrate deploy`.
// Only the schema engine's binary, which npm does not bring, is stood in for: by the same engine as WebAssembly.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = path.dirname(fileURLToPath(import.meta.url))
const binary = path.join(folder, 'schema-engine-binary.mjs')
const prisma = path.join(path.dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build/index.js')

fs.chmodSync(binary, 0o755)
const environment = { PRISMA_SCHEMA_ENGINE_BINARY: binary, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1', NO_COLOR: '1' }
const run = spawnSync('node', [prisma, ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, ...environment } })
process.exit(run.status ?? 1)
