import { expect, test } from 'vitest'
import { describeRepeats } from '../../src/cases/repeats.ts'
import { isQueryCode } from '../../src/cases/numbers.ts'
import { findCase } from '../../src/cases/view.ts'
import { readParty } from '../../src/cases/words.ts'
import type { Store } from '../../src/db/open.ts'
import { perform } from '../../src/cases/perform.ts'
import { loadLedger } from '../../src/imports/load.ts'
import { cast } from '../support/cast.ts'
import { at, file, filing, served, toAnswered, toHandling } from '../support/road.ts'
import type { Traveller } from '../support/road.ts'
import { onBothSound } from '../support/sound.ts'
import { erased } from '../tasks/erasing.ts'

const reason = '更换'
const identity = { proof: 'card', idNumber: '11010519491231002X' }
const agent = { agentName: '刘律', agentPhone: '13911119999', relation: 'lawyer', mandate: 'written' }
const rating = { office: 'satisfied', organ: 'satisfied' }

onBothSound('an agent', seated => {
  test('is kept under a key of their own, apart from the petitioner, and in no event', async () => {
    const store = await seated()
    const petition = await file(store)
    await petition.does('authoriseAgent', cast.liming, '2026-01-06', agent)
    expect(await party(store, petition, 'agent')).toEqual({ agentName: '刘律', agentPhone: '13911119999' })
    expect(await party(store, petition)).toMatchObject({ petitioner: '王芳', phone: filing.phone })
    const rows = await store.db.selectFrom('parties').selectAll().execute()
    expect(rows.map(({ role }) => role).sort()).toEqual(['agent', 'petitioner'])
    const keys = await store.db.selectFrom('keys').select('id').execute()
    expect(rows.every(({ id }) => keys.some(key => key.id === `party:${id}`))).toBe(true)
    const events = await store.db.selectFrom('events').select('payload').execute()
    for (const word of ['刘律', '13911119999', '王芳']) expect(JSON.stringify([events, rows])).not.toContain(word)
  })

  test('proves by their telephone that they may act, while the agency stands', async () => {
    const store = await seated()
    const petition = await answered(store)
    const rate = (secondFact: string) =>
      petition.attempt('rate', petition.petitioner, '2026-01-22', { ...rating, secondFact })
    expect(await rate('9999')).toMatchObject({ outcome: 'invalid', errors: { secondFact: [{}] } })
    await petition.does('authoriseAgent', cast.liming, '2026-01-21', agent)
    await petition.does('endAgency', cast.liming, '2026-01-21', { reason })
    expect(await rate('9999')).toMatchObject({ outcome: 'invalid' })
    await petition.does('authoriseAgent', cast.liming, '2026-01-22', { ...agent, agentPhone: '13911118888' })
    expect(await rate('9999')).toMatchObject({ outcome: 'invalid' })
    expect(await rate('8888')).toMatchObject({ outcome: 'done' })
  })

  test('named by the holder of the query code alone proves nothing', async () => {
    const store = await seated()
    const petition = await answered(store)
    await petition.does('authoriseAgent', petition.petitioner, '2026-01-21', agent)
    const input = { ...rating, secondFact: '9999' }
    expect(await petition.attempt('rate', petition.petitioner, '2026-01-22', input)).toMatchObject({
      outcome: 'invalid',
    })
  })

  test('is erased with the petitioner, and so are those who speak for a group', async () => {
    const store = await seated()
    const petition = await file(store, '2026-01-05', { ...filing, heads: 9 })
    const names = { representatives: 2, representativeNames: ['张代表', '李代表'] }
    await petition.does('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '6', ...names })
    await petition.does('authoriseAgent', cast.liming, '2026-01-06', agent)
    await petition.does('changeContact', petition.petitioner, '2026-01-07', {
      phone: '13800007777',
      secondFact: '0012',
    })
    expect((await erased(store, petition.number)).outcome).toBe('done')
    for (const role of ['petitioner', 'agent', 'representatives'] as const)
      expect(await party(store, petition, role), role).toBeUndefined()
    const rows = await store.db.selectFrom('parties').select(['sealed', 'erased_at']).execute()
    expect(rows.length).toBe(4)
    expect(rows.every(({ sealed, erased_at }) => sealed === '' && erased_at !== null)).toBe(true)
    expect(await store.db.selectFrom('party_hashes').selectAll().execute()).toEqual([])
    const keys = await store.db.selectFrom('keys').select('id').where('id', 'like', 'party:%').execute()
    expect(keys).toEqual([])
  })
})

onBothSound('contact data', seated => {
  test('are changed by whoever knows the second fact; a wrong one changes nothing, and what is not given stays', async () => {
    const store = await seated()
    const petition = await file(store)
    const change = (input: Record<string, unknown>) =>
      petition.attempt('changeContact', petition.petitioner, '2026-01-06', input)
    expect(await change({ phone: '13800007777', secondFact: '1234' })).toMatchObject({
      ...{ outcome: 'invalid', errors: { secondFact: [{}] } },
    })
    expect(await change({ phone: '13800007777' })).toMatchObject({ outcome: 'invalid', errors: { secondFact: [{}] } })
    expect(await change({ secondFact: '0012' })).toMatchObject({ outcome: 'invalid', errors: { phone: [{}] } })
    expect(await party(store, petition)).toMatchObject({ phone: filing.phone })
    expect(await change({ phone: '13800007777', secondFact: '0012' })).toMatchObject({ outcome: 'done' })
    const { petitioner, idNumber, address } = filing
    expect(await party(store, petition)).toEqual({ petitioner, idNumber, address, phone: '13800007777' })
    expect(await change({ address: '新址', secondFact: '0012' })).toMatchObject({ outcome: 'invalid' })
    expect(await change({ address: '新址', secondFact: '7777' })).toMatchObject({ outcome: 'done' })
    expect(await party(store, petition)).toMatchObject({ address: '新址', phone: '13800007777' })
    expect(await change({ phone: '13800008888', secondFact: '002x' })).toMatchObject({ outcome: 'done' })
  })

  test('are recorded by the clerk who checked the card, and the petitioner is told', async () => {
    const store = await seated()
    const petition = await file(store)
    const record = (idNumber: string) =>
      petition.attempt('recordContact', cast.liming, '2026-01-06', { ...identity, idNumber, phone: '13800007777' })
    expect(await record('110105194912310070')).toMatchObject({ outcome: 'invalid', errors: { idNumber: [{}] } })
    expect(await party(store, petition)).toMatchObject({ phone: filing.phone })
    expect(await record('11010519491231002x')).toMatchObject({ outcome: 'done' })
    expect(await party(store, petition)).toMatchObject({ phone: '13800007777', address: filing.address })
    const told = await store.db.selectFrom('outbox').selectAll().where('notice', '=', 'recordContact').execute()
    expect(told).toMatchObject([{ to_kind: 'petitioner', to_id: petition.number }])
    const events = await store.db.selectFrom('events').select('payload').execute()
    expect(JSON.stringify(events)).not.toMatch(/13800007777|11010519491231002/)
  })

  test('an old telephone still finds the repeat', async () => {
    const store = await seated()
    const first = await file(store, '2026-01-05', { ...filing, petitioner: '王方', idNumber: undefined })
    await first.does('changeContact', first.petitioner, '2026-01-06', { phone: '13800007777', secondFact: '0012' })
    const second = await file(store, '2026-01-07', { ...filing, idNumber: undefined, petitioner: '芳' })
    const view = await findCase(store.db, cast.liming, second.number)
    const found = view && (await describeRepeats(store, view, cast.liming, '2026-01-08'))
    expect(found?.possible).toMatchObject([{ number: first.number, same: { en: 'Same telephone' } }])
  })
})

onBothSound('a new query code', seated => {
  test('is given to who shows the card; the old one is void at once, and the petitioner is told', async () => {
    const store = await seated()
    const petition = await file(store)
    const renew = (idNumber: string) =>
      petition.attempt('renewCode', cast.liming, '2026-01-06', { ...identity, idNumber })
    expect(await renew('110105194912310070')).toMatchObject({ outcome: 'invalid', errors: { idNumber: [{}] } })
    expect(await works(store, petition, petition.code)).toBe(true)
    const renewed = await renew(identity.idNumber)
    const code = renewed.outcome === 'done' ? (renewed.queryCode ?? '') : ''
    expect(code).toMatch(/^[2-9A-Z]{10}$/)
    expect([await works(store, petition, petition.code), await works(store, petition, code)]).toEqual([false, true])
    const told = await store.db.selectFrom('outbox').selectAll().where('notice', '=', 'renewCode').execute()
    expect(told).toMatchObject([{ to_kind: 'petitioner', to_id: petition.number }])
    expect(JSON.stringify(await store.db.selectFrom('events').select('payload').execute())).not.toContain(code)
  })

  test('is not given where no identity number is on record, and it is said why', async () => {
    const store = await seated()
    const petition = await file(store, '2026-01-05', { ...filing, idNumber: undefined })
    const refused = await petition.attempt('renewCode', cast.liming, '2026-01-06', identity)
    expect(refused).toMatchObject({
      ...{ outcome: 'invalid', errors: { idNumber: [{ zh: expect.stringContaining('没有登记身份证号码') }] } },
    })
    expect(await works(store, petition, petition.code)).toBe(true)
  })
})

onBothSound('a petitioner of an imported ledger', seated => {
  test('can so get a query code', async () => {
    const store = await seated()
    const row = { number: 'A1', procedure: '信访', title: '路灯坏了', filed_at: '2026-01-05 09:00' }
    const lines = [
      { ...row, id_number: identity.idNumber },
      { ...row, number: 'A2' },
    ]
    const bytes = Buffer.from(lines.map(line => JSON.stringify(line)).join('\n'))
    const loaded = await loadLedger(store, { bytes, format: 'jsonl', now: at('2026-01-10') })
    expect(loaded).toMatchObject({ imported: 2 })
    const asked = { act: 'renewCode', actor: cast.liming, now: at('2026-01-12'), input: identity }
    const renewed = await perform(store, { on: { number: 'A1' }, ...asked })
    const code = renewed.outcome === 'done' ? (renewed.queryCode ?? '') : ''
    expect(await isQueryCode(store.db, store.master, 'A1', code)).toBe(true)
    expect((await perform(store, { on: { number: 'A2' }, ...asked })).outcome).toBe('invalid')
  })
})

async function answered(store: Store) {
  const petition = await file(store)
  await toHandling(petition)
  await toAnswered(petition, '2026-01-19')
  await petition.does('serve', cast.zhaoqiang, '2026-01-20', served)
  return petition
}

const party = (store: Store, { number }: Traveller, role?: 'petitioner' | 'agent' | 'representatives') =>
  readParty(store.db, store.master, number, role)

const works = (store: Store, { number }: Traveller, code: string) => isQueryCode(store.db, store.master, number, code)
