import { expect, test } from 'vitest'
import type { Store } from '../../src/db/open.ts'
import { cast } from '../support/cast.ts'
import { onBoth } from '../support/db.ts'
import { office } from '../support/office.ts'
import { file, filing } from '../support/road.ts'

onBoth('an accusation', open => {
  test('goes only to an organ with the power to handle it, and the refusal says so under art. 30', async () => {
    const { store } = await office(open)
    const petition = await accusing(store)
    const refused = await petition.attempt('transfer', cast.liming, '2026-01-06', { organ: 'police' })
    expect(refused).toMatchObject({
      outcome: 'refused',
      because: { reason: { zh: expect.stringContaining('有权处理的机关') }, article: { zh: '信访工作条例 第三十条' } },
    })
    await petition.does('transfer', cast.liming, '2026-01-06', { organ: 'discipline' })
  })

  test('goes to an organ that an administrator has named, from then on and until it is taken back', async () => {
    const { store, post, read } = await office(open)
    const [first, second] = [await accusing(store), await accusing(store)]
    const path = '/admin/organs/police'
    expect((await post('mawei', `${path}/power`, { takes: 'yes', source: '区委〔2026〕2号' })).status).toBe(303)
    expect(await read('mawei', path)).toMatch(/value="yes"[^>]*checked/)
    await first.does('transfer', cast.liming, '2026-01-10', { organ: 'police' })
    expect((await post('mawei', `${path}/power`, { takes: 'no', source: '区委〔2026〕3号' })).status).toBe(303)
    expect(await second.attempt('transfer', cast.liming, '2026-01-10', { organ: 'police' })).toMatchObject({
      outcome: 'refused',
    })
    expect(await powersIn(store)).toEqual([
      { id: 'police', takes: true, source: '区委〔2026〕2号' },
      { id: 'police', takes: false, source: '区委〔2026〕3号' },
    ])
  })

  test('needs nobody to name those who handle accusations by law, and a ground for any other', async () => {
    const { store, post, read } = await office(open)
    expect(await read('mawei', '/admin/organs/discipline')).toContain('无须认定')
    const asked = { takes: 'yes', source: '区委〔2026〕2号' }
    expect((await post('mawei', '/admin/organs/discipline/power', asked)).status).toBe(404)
    expect((await post('mawei', '/admin/organs/police/power', { ...asked, source: '' })).status).toBe(422)
    expect((await post('mawei', '/admin/organs/police/power', { ...asked, takes: 'no' })).status).toBe(422)
    expect((await post('guanli', '/admin/organs/housing/power', asked)).status).toBe(404)
    expect(await powersIn(store)).toEqual([])
  })

  test('offers only those organs to choose from, and any other matter all of them', async () => {
    const { store, read } = await office(open)
    const [accusation, appeal] = [await accusing(store), await file(store)]
    await appeal.does('register', cast.liming, '2026-01-06', { kind: 'appeal', route: '6' })
    const offered = async (number: string) => {
      const form = await read('liming', `/cases/${number}/acts/transfer`)
      return [...form.matchAll(/<option value="([a-z-]+)"/g)].map(([, organ]) => organ)
    }
    expect(await offered(accusation.number)).toEqual(['discipline'])
    expect(await offered(appeal.number)).toContain('housing')
  })
})

async function accusing(store: Store) {
  const petition = await file(store, '2026-01-05', { ...filing, kind: 'accusation', accusedOrgans: ['housing'] })
  await petition.does('register', cast.liming, '2026-01-06', { kind: 'accusation' })
  return petition
}

async function powersIn({ db }: Store): Promise<unknown[]> {
  const rows = await db
    .selectFrom('events')
    .select('payload')
    .where('act', '=', 'empowerOrgan')
    .orderBy('seq')
    .execute()
  return rows.map(({ payload }) => JSON.parse(payload))
}
