import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readParty, readTexts } from '../../src/cases/words.ts'
import { digest } from '../../src/db/vault.ts'
import { seatCast } from '../support/cast.ts'
import { newPlace, onBoth } from '../support/db.ts'
import { file, filing } from '../support/road.ts'
import { openStore } from '../../src/db/open.ts'

onBoth('words and persons', open => {
  test('come back as given, and the log holds salted commitments to them', async () => {
    const store = await open()
    await seatCast(store)
    const petition = await file(store)
    const texts = await readTexts(store.db, store.master, petition.number)
    expect(texts.find(text => text.field === 'body')?.text).toBe(filing.body)
    expect(await readParty(store.db, store.master, petition.number)).toMatchObject({
      petitioner: '王芳',
      phone: '13800000012',
    })
    const event = await store.db
      .selectFrom('events')
      .selectAll()
      .where('stream', '=', `case:${petition.number}`)
      .executeTakeFirstOrThrow()
    const payload: { texts: Record<string, string> } = JSON.parse(event.payload)
    for (const { field, salt, text } of texts) expect(payload.texts[field]).toBe(digest(salt, text))
    for (const personal of ['王芳', '13800000012', '11010519491231002X', '和平街', filing.title])
      expect(event.payload).not.toContain(personal)
  })

  test('an event without its key tells nothing', async () => {
    const store = await open()
    await seatCast(store)
    const petition = await file(store)
    await store.db.deleteFrom('keys').where('id', 'like', 'party:%').execute()
    expect(await readParty(store.db, store.master, petition.number)).toBeUndefined()
  })
})

test('a petitioner’s name, telephone, paper and address stand in no byte of the database file', async () => {
  const place = await newPlace('sqlite')
  const store = await openStore(place)
  await seatCast(store)
  await file(store)
  await store.close()
  const bytes = Buffer.concat(
    ['banjie.sqlite', 'banjie.sqlite-wal'].flatMap(name => {
      try {
        return [readFileSync(join(place.dataDir, name))]
      } catch {
        return []
      }
    }),
  )
  await place.remove()
  for (const personal of ['王芳', '13800000012', '11010519491231002X', '和平街1号'])
    expect(bytes.includes(Buffer.from(personal)), personal).toBe(false)
  expect(bytes.length).toBeGreaterThan(10_000)
})
