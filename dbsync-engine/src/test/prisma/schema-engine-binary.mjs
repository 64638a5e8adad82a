#!/usr/bin/env node
// Stands in for the schema engine's binary: its arguments, and JSON-RPC line by line on its standard streams.
import fs from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import { engineOn, messageOf } from './schema-engine.mjs'

const valued = ['--datamodels', '--datasource', '--enabled-preview-features', '--extension-types']
const options = Object.fromEntries(valued.map(name => [name, []]))
const words = []
const given = process.argv.slice(2)
while (given.length > 0) {
  const word = given.shift()
  valued.includes(word) ? options[word].push(given.shift()) : words.push(word)
}

const url = urlOf(options['--datasource'][0])
const provider = /^postgres(ql)?:/.test(url ?? '') ? 'postgresql' : 'sqlite'
const files = options['--datamodels'].map(file => ({ path: file, content: fs.readFileSync(file, 'utf8') }))

function urlOf(datasource) {
  if (!datasource) return undefined
  const json = datasource.startsWith('{') ? datasource : Buffer.from(datasource, 'base64').toString()
  return JSON.parse(json).url
}

// A database of PostgreSQL is there in the tests; one of SQLite is an empty file.
function databaseIsThere() {
  return provider === 'postgresql' || fs.existsSync(path.resolve(url.replace(/^file:/, '')))
}

function createDatabase() {
  if (provider === 'sqlite') fs.closeSync(fs.openSync(path.resolve(url.replace(/^file:/, '')), 'a'))
  return { databaseName: '' }
}

function command(name) {
  process.stderr.write(JSON.stringify({ timestamp: '', level: 'INFO', fields: { message: 'Starting schema engine CLI' }, target: 'schema_engine' }) + '\n')
  if (name === 'create-database') createDatabase()
  if (name === 'can-connect-to-database' && !databaseIsThere()) {
    const fields = { is_panic: false, error_code: 'P1003', message: 'Database does not exist' }
    process.stderr.write(JSON.stringify({ timestamp: '', level: 'ERROR', fields, target: 'schema_engine::logger' }) + '\n')
    process.exit(1)
  }
  process.exit(0)
}

const send = message => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\n')

let engine
async function answer(method, params) {
  engine ??= await engineOn(provider, url, files)
  if (method === 'getDatabaseVersion') return engine.version(null)
  if (method === 'createDatabase') return createDatabase()
  if (method === 'diff') {
    const { stdout, exitCode } = await engine.diff(params)
    if (stdout != null) send({ id: 0, method: 'print', params: { content: stdout } })
    return { exitCode }
  }
  return engine[method](params)
}

async function reply({ id, method, params }) {
  try {
    send({ id, result: (await answer(method, params)) ?? null })
  } catch (error) {
    const data = { is_panic: false, message: messageOf(error), error_code: error?.code, meta: null }
    send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
  }
}

if (words[0] === 'cli') command(words[1])
let last = Promise.resolve()
readline.createInterface({ input: process.stdin })
  .on('line', line => { const request = JSON.parse(line); if (request.method) last = last.then(() => reply(request)) })
  .on('close', () => last.then(() => process.exit(0)))
