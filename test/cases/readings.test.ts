import { expect, test } from 'vitest'
import { tokenHash } from '../../src/accounts/session.ts'
import { listFiles } from '../../src/cases/files.ts'
import { listReadings } from '../../src/cases/readings.ts'
import type { Store } from '../../src/db/open.ts'
import { cast } from '../support/cast.ts'
import type { CastName } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { office } from '../support/office.ts'
import { at, file, filing } from '../support/road.ts'

onBoth('who has read a matter', open => {
  test('is told to its office once it is walled off, those now behind the wall among them (arts. 28, 30)', async () => {
    const { store, clock, visit, read } = await office(open, '2026-01-06')
    const petition = await toHousing(store)
    clock.now = at('2026-01-07')
    await visit('sunli', `/cases/${petition.number}`)
    clock.now = at('2026-01-08')
    await visit('lincheng', `/cases/${petition.number}`)
    const path = `/cases/${petition.number}`
    expect(await read('liming', path)).not.toContain('谁看过')
    await petition.does('takeBack', cast.liming, '2026-01-09', { ground: 'concerned', reason: '反映承办单位' })
    await petition.does('wall', cast.liming, '2026-01-09', { accusedOrgans: ['housing'], reason: '反映承办单位' })
    clock.now = at('2026-01-09')
    for (const who of ['liming', 'chenjing'] as const) {
      const said = await read(who, path)
      expect(said).toContain('谁看过')
      expect(said).toMatch(/孙丽[^]*望江区住房和城乡建设局[^]*2026年1月7日[^]*须回避/)
    }
    expect(await read('lincheng', path)).not.toContain('谁看过')
    expect(await listed(store, petition.number)).toEqual([
      ['liming', '2026-01-06', false],
      ['sunli', '2026-01-07', true],
      ['lincheng', '2026-01-08', false],
      ['chenjing', '2026-01-09', false],
    ])
  })

  test('counts the page of an act, a file fetched, a call of the API, and an act done without any of them', async () => {
    const { app, store, visit } = await office(open, '2026-01-06')
    const uploads = [{ name: '证据.txt', bytes: new TextEncoder().encode('证据') }]
    const petition = await toHousing(store)
    await petition.does('addMaterial', petition.petitioner, '2026-01-06', { note: '证据' }, { uploads })
    await petition.does('receive', cast.zhaoqiang, '2026-01-06')
    const [kept] = await listFiles(store.db, store.master, petition.number)
    await visit('sunli', `/cases/${petition.number}/files/${kept?.id}`)
    await visit('chenjing', `/cases/${petition.number}/acts/wall`)
    await visit('zhoujie', `/cases/${petition.number}/files/${kept?.id}`)
    const headers = { Authorization: await tokenFor(store, 'lincheng') }
    expect((await app.request(`/api/v1/cases/${petition.number}`, { headers })).status).toBe(200)
    const people = (await listed(store, petition.number)).map(([person]) => person).sort()
    expect(people).toEqual(['chenjing', 'liming', 'lincheng', 'sunli', 'zhaoqiang'])
  })

  test('is told to the auditor, but not of a matter the auditor is walled off from', async () => {
    const { store, visit, read } = await office(open, '2026-01-06')
    const [petition, hidden] = [await toHousing(store), await toHousing(store)]
    await visit('sunli', `/cases/${petition.number}`)
    await hidden.does('wall', cast.liming, '2026-01-06', { accusedPeople: '沈稽', reason: '反映审计员' })
    expect(await read('shenji', '/admin/security')).toContain(`href="/admin/security/readings/${petition.number}"`)
    expect(await read('shenji', `/admin/security/readings/${petition.number}`)).toContain('孙丽')
    const answers = await Promise.all(
      [hidden.number, 'XF20260106-000000'].map(async number => {
        const answer = await visit('shenji', `/admin/security/readings/${number}`)
        return [answer.status, (await answer.text()).replaceAll(number, '')]
      }),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.[0]).toBe(404)
    expect((await visit('mawei', `/admin/security/readings/${petition.number}`)).status).toBe(404)
  })
})

async function toHousing(store: Store) {
  const petition = await file(store, '2026-01-05', filing)
  await petition.does('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '6' })
  await petition.does('transfer', cast.liming, '2026-01-06', { organ: 'housing' })
  return petition
}

const listed = async (store: Store, number: string) =>
  (await listReadings(store.db, number)).map(({ person, firstAt, isWalled }) => [
    person,
    firstAt.slice(0, 10),
    isWalled,
  ])

async function tokenFor(store: Store, person: CastName): Promise<string> {
  const row = { hash: tokenHash(store, person), person, name: 'test', created_at: at('2026-01-01'), revoked_at: null }
  await store.db.insertInto('tokens').values(row).execute()
  return `Bearer ${person}`
}
