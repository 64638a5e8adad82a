// What an application asks for; the answers are names, so that they are the same on both sides.

const usual = new Date('2024-01-02T03:04:05.678Z')
const epoch = new Date(0)
const midnight = new Date('2024-06-01T00:00:00.000Z')

/** Each question with its conditions; `path` is how the provider says where in the JSON. */
const questions = (path, { DbNull, JsonNull }) => ({
  'moment equals': { where: { moment: usual } },
  'moment equals epoch': { where: { moment: epoch } },
  'moment in': { where: { moment: { in: [usual, midnight, new Date(-1)] } } },
  'moment not': { where: { moment: { not: usual } } },
  'moment after': { where: { moment: { gt: usual } } },
  'moment from': { where: { moment: { gte: usual } } },
  'moment before': { where: { moment: { lt: epoch } } },
  'moment until': { where: { moment: { lte: epoch } } },
  'moment between': { where: { moment: { gte: new Date('2024-01-01T00:00:00Z'), lt: new Date('2025-01-01T00:00:00Z') } } },
  'moment is null': { where: { moment: null, name: { startsWith: 'flag' } } },
  'moment in order': { where: { moment: { not: null } }, orderBy: { moment: 'asc' } },
  'latest moments': { where: { moment: { not: null } }, orderBy: { moment: 'desc' }, take: 3 },
  'decimal equals': { where: { decimal: '10.5' } },
  'decimal whole': { where: { decimal: '42' } },
  'decimal negative': { where: { decimal: { lt: 0 } } },
  'decimal in order': { where: { decimal: { not: null } }, orderBy: { decimal: 'asc' } },
  'flag true': { where: { flag: true } },
  'flag not true': { where: { flag: { not: true } } },
  'role equals': { where: { role: 'ADMIN' } },
  'role in': { where: { role: { in: ['ADMIN', 'SUPER_USER'] } } },
  'big equals': { where: { big: 9007199254740993n } },
  'big greatest': { where: { big: { gte: 9223372036854775807n } } },
  'real equals': { where: { real: 0.1 } },
  'number in order': { where: { number: { not: null } }, orderBy: { number: 'desc' } },
  'bytes equal': { where: { bytes: Buffer.from('text') } },
  'text equals': { where: { text: '00123' } },
  'json text at a path': { where: { json: { path: path('kind'), equals: 'sought' } } },
  'json number at a path': { where: { json: { path: path('size'), equals: 7 } } },
  'json equals': { where: { json: { equals: { kind: 'sought', size: 7 } } } },
  'json number': { where: { json: { equals: 123 } } },
  'json null': { where: { json: { equals: JsonNull } } },
  'no json': { where: { json: { equals: DbNull }, name: { startsWith: 'flag' } } },
})

/** Those about native.prisma. */
const nativeQuestions = {
  'day equals': { where: { day: new Date('2024-02-29') } },
  'days in order': { where: { day: { not: null } }, orderBy: { day: 'asc' } },
  'time equals': { where: { time: new Date('1970-01-01T23:59:59.999Z') } },
  'time before': { where: { time: { lt: new Date('1970-01-01T12:00:00Z') } } },
  'zoned equals': { where: { zoned: usual } },
  'zoned before': { where: { zoned: { lt: epoch } } },
  'fine equals': { where: { fine: usual } },
  'price equals': { where: { price: '10.5' } },
  'price negative': { where: { price: { lt: 0 } } },
  'small equals': { where: { small: -32768 } },
  'address equals': { where: { address: '10.0.0.1' } },
}

const answersOf = async (model, questions) => {
  const answers = {}
  for (const [name, question] of Object.entries(questions)) {
    const found = await model.findMany({ orderBy: { name: 'asc' }, ...question, select: { name: true } })
    answers[name] = found.map(row => row.name)
  }
  return answers
}

/** The answers, by the questions. */
export async function askAll(client, Prisma, provider) {
  if (client.native) return answersOf(client.native, nativeQuestions)
  const path = provider === 'sqlite' ? key => `$.${key}` : key => [key]
  const answers = await answersOf(client.value, questions(path, Prisma))
  const lately = { where: { published: { gte: new Date('2024-01-01T00:00:00.001Z') } } }
  answers['posts of an author, lately'] = await client.author.findMany({ select: { name: true, posts: { ...lately, select: { title: true } } } })
  answers['posts with a tag'] = await client.post.findMany({ where: { tags: { some: { name: 'b' } } }, orderBy: { id: 'asc' }, select: { title: true } })
  answers['free seats'] = await client.seat.findMany({ where: { taken: false }, orderBy: [{ row: 'asc' }, { letter: 'asc' }], select: { row: true, letter: true } })
  return answers
}
