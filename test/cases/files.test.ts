import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles, pathOf, readCaseFile } from '../../src/cases/files.ts'
import { cast, seatCast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { file } from '../support/road.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const text = (words: string) => ({ name: '说明.txt', bytes: Buffer.from(words) })
const hostile = '../shared/data/naughty/uploads'

onBoth('attachments', open => {
  const filed = async () => {
    const store = await open()
    await seatCast(store)
    return { store, petition: await file(store) }
  }
  const add = (petition: Awaited<ReturnType<typeof file>>, ...uploads: { name: string; bytes: Uint8Array }[]) =>
    petition.attempt('addMaterial', petition.petitioner, '2026-01-06', { note: '照片' }, { uploads })

  test('come back as they were given, and lie sealed on the disk under the hash of what lies there', async () => {
    const { store, petition } = await filed()
    expect(await add(petition, { name: '漏水.png', bytes: png }, text('说明文字'))).toMatchObject({ outcome: 'done' })
    const files = await listFiles(store.db, store.master, petition.number)
    expect(files.map(({ name, type }) => [name, type]).sort()).toEqual([
      ['漏水.png', 'image/png'],
      ['说明.txt', 'text/plain'],
    ])
    const picture = files.find(({ type }) => type === 'image/png')
    expect((await readCaseFile(store, petition.number, picture?.id ?? ''))?.bytes.equals(png)).toBe(true)
    const rows = await store.db.selectFrom('files').selectAll().execute()
    for (const row of rows) {
      const sealed = readFileSync(pathOf(store, row.sha256))
      expect(sealed.includes(png)).toBe(false)
      expect(row.name).not.toContain('漏水')
    }
  })

  test.each([
    ['a page', '照片.png', '<html><script>alert(1)</script></html>'],
    ['a drawing with script', '图.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a program', 'x.pdf', '\u007fELF\u0002\u0001\u0001\u0000'],
    ['nothing', '空.txt', ''],
  ])('%s is refused whatever its name says, and nothing is written', async (_what, name, words) => {
    const { store, petition } = await filed()
    const refused = await add(petition, { name, bytes: Buffer.from(words) })
    expect(refused).toMatchObject({ outcome: 'invalid', errors: { files: [{ zh: expect.stringContaining(name) }] } })
    expect(await listFiles(store.db, store.master, petition.number)).toEqual([])
  })

  test('over 20 MB is refused', async () => {
    const { petition } = await filed()
    const big = { name: '大.txt', bytes: Buffer.alloc(20 * 1024 * 1024 + 1, 97) }
    expect(await add(petition, big)).toMatchObject({
      outcome: 'invalid',
      errors: { files: [{ zh: expect.stringContaining('20兆') }] },
    })
  })

  test('a wrong file is pulled, with who, when and why in the log', async () => {
    const { store, petition } = await filed()
    await add(petition, text('误传'))
    const [wrong] = await listFiles(store.db, store.master, petition.number)
    await petition.does('pullFile', cast.liming, '2026-01-07', { file: wrong?.id ?? '', reason: '误传' })
    expect(await readCaseFile(store, petition.number, wrong?.id ?? '')).toBeUndefined()
    expect(await listFiles(store.db, store.master, petition.number)).toMatchObject([{ isPulled: true }])
  })

  test.skipIf(!existsSync(hostile))('hostile uploads are refused or stay bytes to download', async () => {
    const { petition } = await filed()
    for (const name of readdirSync(hostile)) {
      const outcome = await add(petition, { name, bytes: readFileSync(join(hostile, name)) })
      expect(outcome.outcome, name).toBe(/\.(png|jpg)$/.test(name) ? 'done' : 'invalid')
    }
  })
})
