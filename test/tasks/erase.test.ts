import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { listIn } from '../../src/cases/erasure_list.ts'
import { listFiles } from '../../src/cases/files.ts'
import { readParty, readTexts } from '../../src/cases/words.ts'
import { openStore } from '../../src/db/open.ts'
import type { Store } from '../../src/db/open.ts'
import { backup } from '../../src/tasks/backup.ts'
import { rebuild } from '../../src/tasks/rebuild.ts'
import { report } from '../../src/tasks/report.ts'
import { restore } from '../../src/tasks/restore.ts'
import { verify } from '../../src/tasks/verify.ts'
import { cast } from '../support/cast.ts'
import { newPlace, onBoth } from '../support/db.ts'
import { at, draft, file, served } from '../support/road.ts'
import { command } from '../support/server.ts'
import { signIn } from '../support/sign_in.ts'
import { erased, everyFile, foundIn, live, NAME, named, PHONE } from './erasing.ts'

const { idNumber: _, ...samePhone } = named
const fresh = () => join(mkdtempSync(join(tmpdir(), 'banjie-erase-')), 'copy.tar')

const figures = async (store: Store) => {
  const asked = { month: '2026-01', asOf: '2026-06-30', through: undefined, organ: undefined, procedure: undefined }
  const told = await report(store, at('2026-12-01'), { slug: 'monthly-closure', lang: 'zh', format: 'json', asked })
  expect(told).toHaveProperty('ok')
  return told
}

const problemsOf = async (store: Store) => {
  const wrong: string[] = []
  await verify(store, what => wrong.push(what))
  await rebuild(store, ({ number }) => wrong.push(`${number} was put right`))
  return wrong
}

const findable = async (store: Store, words: readonly string[]) =>
  (
    await store.db
      .selectFrom('cases')
      .select('number')
      .where(eb => store.dialect.matchesWords(eb.ref('number'), words))
      .execute()
  ).map(row => row.number)

onBoth('erasing a person', (open, database) => {
  test('changes no figure, and everything holds and is rebuilt as it was', async () => {
    const store = await open()
    const { number } = await live(store)
    const before = await figures(store)
    await erased(store, number)
    expect(await problemsOf(store)).toEqual([])
    expect(await figures(store)).toEqual(before)
  })

  test('leaves a case that is read, searched, tracked and worked on as before', async () => {
    const store = await open()
    const petition = await live(store)
    const { number } = petition
    await erased(store, number)
    expect(await readParty(store.db, store.master, number)).toBeUndefined()
    expect(await readTexts(store.db, store.master, number)).toEqual([])
    const app = createApp({ store, now: () => at('2026-07-02') })
    const read = async (path: string) => {
      const answer = await app.request(path, { headers: { cookie: await signIn(app, store, 'zhaoqiang') } })
      return { status: answer.status, text: await answer.text() }
    }
    for (const path of [`/cases/${number}`, '/queues']) {
      const { status, text } = await read(path)
      expect({ path, status }).toEqual({ path, status: 200 })
      expect(foundIn([NAME, '翠微', PHONE], text)).toEqual([])
    }
    expect((await read(`/cases/${number}`)).text).toContain('已删除')
    await petition.does('draft', cast.zhaoqiang, '2026-07-02', draft)
    await petition.does('answer', cast.sunli, '2026-07-03')
    await petition.does('serve', cast.zhaoqiang, '2026-07-04', served)
    const page = await read(`/cases/${number}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain(draft.opinion)
    expect(await listFiles(store.db, store.master, number)).toMatchObject([{ name: '', isPulled: true }])
    expect(await problemsOf(store)).toEqual([])
  })

  test('without the words leaves these readable, and is refused where they name the person', async () => {
    const store = await open()
    const { number } = await live(store)
    const refused = await erased(store, number, { words: undefined })
    expect(refused).toMatchObject({ outcome: 'refused', because: { en: expect.stringContaining('--words') } })
    expect(await erased(store, number, { reason: `${NAME}申请` })).toMatchObject({ outcome: 'refused' })
    expect(await readParty(store.db, store.master, number)).toMatchObject({ petitioner: NAME })
    expect(await erased(store, number, { words: 'keep' })).toMatchObject({ outcome: 'done' })
    expect(await readParty(store.db, store.master, number)).toBeUndefined()
    expect((await readTexts(store.db, store.master, number)).length).toBeGreaterThan(2)
    expect(await erased(store, number, { words: 'keep' })).toMatchObject({ outcome: 'refused' })
    expect(await erased(store, 'XF-none')).toEqual({ outcome: 'absent' })
    expect(await problemsOf(store)).toEqual([])
  })

  test('names the other cases of the same person, and finds the person by id', async () => {
    const store = await open()
    const { number } = await live(store)
    const other = await file(store, '2026-02-01', samePhone)
    const party = await store.db
      .selectFrom('parties')
      .selectAll()
      .where('case_number', '=', number)
      .executeTakeFirstOrThrow()
    const done = await erased(store, number, { of: { party: party.id } })
    expect(done).toMatchObject({ outcome: 'done', alsoIn: expect.arrayContaining([other.number]) })
    expect(await readParty(store.db, store.master, other.number)).toMatchObject({ petitioner: NAME })
  })

  test('holds in a copy made before: the list of erasures is replayed on it', async () => {
    const store = await open()
    const { number } = await live(store)
    const copy = fresh()
    await backup(store, copy)
    const keys = await store.db.selectFrom('keys').selectAll().execute()
    await erased(store, number)
    const left = await store.db.selectFrom('keys').select('id').execute()
    const gone = keys.filter(({ id }) => !left.some(key => key.id === id))
    expect(gone).toHaveLength(2)
    await new Promise(resolve => setTimeout(resolve, 5))
    const later = fresh()
    await backup(store, later)
    const erasures = listIn(store.dataDir)
    expect(readFileSync(erasures, 'utf8')).not.toMatch(new RegExp(`${NAME}|${PHONE}`))
    for (const keys of [`${copy}.keys`, `${later}.keys`]) {
      const place = await newPlace(database)
      const done = await restore(place, () => openStore(place), { file: copy, keys, erasures })
      expect(done).toMatchObject({ replayed: 1, hadList: true })
      const back = await openStore(place)
      expect(await readParty(back.db, back.master, number)).toBeUndefined()
      expect(await readTexts(back.db, back.master, number)).toEqual([])
      expect(await findable(back, ['翠微'])).toEqual([])
      expect(await problemsOf(back)).toEqual([])
      expect(await figures(back)).toEqual(await figures(store))
      const secrets = [NAME, '翠微', PHONE, ...gone.map(key => key.wrapped)]
      for (const { path, bytes } of await everyFile(back)) expect([path, ...foundIn(secrets, bytes)]).toEqual([path])
      expect(readFileSync(listIn(place.dataDir), 'utf8')).toBe(readFileSync(erasures, 'utf8'))
      await back.close()
      await place.remove()
    }
  })

  test('holds in an older copy by the newest keys alone: they ask for the list of erasures', async () => {
    const store = await open()
    const { number } = await live(store)
    const [copy, later] = [fresh(), fresh()]
    await backup(store, copy)
    await erased(store, number)
    await new Promise(resolve => setTimeout(resolve, 5))
    await backup(store, later)
    const place = await newPlace(database)
    await expect(restore(place, () => openStore(place), { file: copy, keys: `${later}.keys` })).rejects.toThrow(
      'lacks the keys of 2 cases or persons',
    )
    await place.remove()
  })

  test('is asked for on the command line', async () => {
    const place = await newPlace(database)
    const store = await openStore(place)
    const { number } = await live(store)
    expect(await command(place, 'erase', '--case', number)).toMatchObject({ code: 2 })
    expect(await command(place, 'erase', '--reason', 'x')).toMatchObject({ code: 2 })
    expect(await command(place, 'erase', '--case', number, '--reason', '依申请')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--keep-words'),
    })
    const done = await command(place, 'erase', '--case', number, '--reason', '依申请', '--words')
    expect(done).toMatchObject({ code: 0, stderr: '' })
    expect(done.stdout).toContain(`${number}: 1 persons erased, with its texts and files`)
    expect(readFileSync(listIn(place.dataDir), 'utf8').trim().split('\n')).toHaveLength(1)
    expect(await command(place, 'verify')).toMatchObject({ code: 0 })
    await store.close()
    await place.remove()
  }, 60_000)
})
