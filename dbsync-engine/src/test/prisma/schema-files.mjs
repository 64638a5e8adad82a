// The schema of an application, which serves both providers in the tests.
import fs from 'node:fs'
import path from 'node:path'

/** All files of a schema: one, or those of a folder. */
export function schemaFiles(place) {
  const paths = fs.statSync(place).isFile()
    ? [place]
    : fs.readdirSync(place, { recursive: true }).filter(name => name.endsWith('.prisma')).map(name => path.join(place, name))
  return paths.map(file => ({ path: path.resolve(file), content: fs.readFileSync(file, 'utf8') }))
}

/** The file for a provider, without url and directUrl, which belong to Prisma 6 and are refused by this one. */
export function withProvider(file, provider) {
  const content = file.content.replace(/^(datasource\s+\w+\s*\{)([\s\S]*?)(^\s*\})/m, (_, open, body, close) =>
    open + body.replace(/^(\s*provider\s*=\s*)"\w+"/m, `$1"${provider}"`).replace(/^\s*(url|directUrl)\s*=.*$/gm, '') + close)
  return { ...file, content }
}
