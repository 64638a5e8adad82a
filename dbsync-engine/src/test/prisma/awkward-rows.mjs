// Rows with every value that one side might bend, for values.prisma and native.prisma.

const bytes = [...Array(256).keys()]

/** What both databases hold, each by its name. */
const values = ({ DbNull, JsonNull }) => ({
  nulls: { json: DbNull },
  'text empty': { text: '' },
  'text quotes': { text: `it's "quoted" \\ %_ $1 ?` },
  'text lines': { text: 'one\ntwo\r\nthree\ttab' },
  'text astral': { text: 'Zürich 😀 𝒳 e\u0301' },
  'text number': { text: '00123' },
  'text exponent': { text: '1e5' },
  'text date': { text: '2024-01-02T03:04:05.678+00:00' },
  'text null': { text: 'null' },
  'flag true': { flag: true },
  'flag false': { flag: false },
  'number least': { number: -2147483648 },
  'number greatest': { number: 2147483647 },
  'number zero': { number: 0 },
  'big least': { big: -9223372036854775808n },
  'big greatest': { big: 9223372036854775807n },
  'big odd': { big: 9007199254740993n },
  'real tenth': { real: 0.1 },
  'real whole': { real: 3 },
  'real least': { real: 5e-324 },
  'real greatest': { real: 1e308 },
  'real negative': { real: -123456789.12345679 },
  'decimal zero': { decimal: '0' },
  'decimal trailing': { decimal: '10.500' },
  'decimal whole': { decimal: '42' },
  'decimal negative': { decimal: '-12.34' },
  'decimal fifteen': { decimal: '123456789.123456' },
  'decimal small': { decimal: '0.000000000000000001' },
  'moment usual': { moment: new Date('2024-01-02T03:04:05.678Z') },
  'moment midnight': { moment: new Date('2024-06-01T00:00:00.000Z') },
  'moment seconds': { moment: new Date('2024-06-01T12:30:00.000Z') },
  'moment epoch': { moment: new Date(0) },
  'moment before epoch': { moment: new Date(-1) },
  'moment first': { moment: new Date('0001-01-01T00:00:00.000Z') },
  'moment last': { moment: new Date('9999-12-31T23:59:59.999Z') },
  'moment julian': { moment: new Date('1582-10-04T12:00:00.000Z') },
  'moment summer time begins': { moment: new Date('2024-03-31T01:30:00.000Z') },
  'moment summer time ends': { moment: new Date('2024-10-27T00:30:00.001Z') },
  'moment 2038': { moment: new Date('2038-01-19T03:14:08.000Z') },
  'json null': { json: JsonNull },
  'json true': { json: true },
  'json text': { json: 'plain' },
  'json digits': { json: '123' },
  'json number': { json: 123 },
  'json fraction': { json: -1.25 },
  'json great number': { json: 12345678901234567890 },
  'json small number': { json: 1e-7 },
  'json empty list': { json: [] },
  'json empty object': { json: {} },
  'json list': { json: [1, 'two', null, { k: 'ü' }] },
  'json nested': { json: { b: [1, 2.5, { z: 1, a: 2 }], a: 'q"uo\'te\n\u0001é😀' } },
  'json key order': { json: { z: 1, yy: 2, a: 3, 'a b': 4 } },
  'json path': { json: { kind: 'sought', size: 7 } },
  'bytes empty': { bytes: Buffer.alloc(0) },
  'bytes all': { bytes: Buffer.from(bytes) },
  'bytes text': { bytes: Buffer.from('text') },
  'role plain': { role: 'USER' },
  'role mapped': { role: 'ADMIN' },
  'role blank': { role: 'SUPER_USER' },
})

/** What PostgreSQL has types of its own for. */
const natives = {
  nulls: {},
  'day usual': { day: new Date('2024-02-29') },
  'day first': { day: new Date('0001-01-01') },
  'day last': { day: new Date('9999-12-31') },
  'time midnight': { time: new Date('1970-01-01T00:00:00.000Z') },
  'time last': { time: new Date('1970-01-01T23:59:59.999Z') },
  'zoned usual': { zoned: new Date('2024-01-02T03:04:05.678Z') },
  'zoned before epoch': { zoned: new Date(-1) },
  'fine usual': { fine: new Date('2024-01-02T03:04:05.678Z') },
  'price trailing': { price: '10.50' },
  'price greatest': { price: '-99999999.99' },
  'small least': { small: -32768 },
  'real tenth': { real: 0.1 },
  'code padded': { code: 'ab' },
  'address usual': { address: '10.0.0.1' },
  'plain key order': { plain: { zz: 1, a: [1.5, null] } },
  'plain number': { plain: 12 },
}

/** Writes them all. */
export async function writeAll(client, Prisma) {
  if (client.native) {
    await client.$transaction(Object.entries(natives).map(([name, value]) => client.native.create({ data: { name, ...value } })))
    return
  }
  const rows = Object.entries(values(Prisma)).map(([name, value]) => client.value.create({ data: { name, ...value } }))
  await client.$transaction(rows)
  await client.author.create({
    data: {
      name: 'Ada',
      posts: {
        create: [
          { title: 'first', published: new Date('2024-01-01T00:00:00.000Z'), tags: { create: [{ name: 'a' }, { name: 'b' }] } },
          { title: 'second', published: new Date('2024-01-01T00:00:00.001Z'), tags: { connect: [{ name: 'b' }] } },
        ],
      },
    },
  })
  await client.post.create({ data: { title: 'nobody', published: new Date('1999-12-31T23:59:59.999Z') } })
  await client.seat.createMany({ data: [{ row: 1, letter: 'A', taken: true }, { row: 1, letter: 'B' }, { row: 2, letter: 'A' }] })
}
