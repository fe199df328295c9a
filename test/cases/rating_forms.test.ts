import { expect, test } from 'vitest'
import { setParameter } from '../../src/accounts/parameter_changes.ts'
import { actUnderRule } from '../../src/cases/form_of.ts'
import { system } from '../../src/accounts/actor.ts'
import { findCase } from '../../src/cases/view.ts'
import type { Store } from '../../src/db/open.ts'
import { fieldsOf } from '../../src/procedures/read_form.ts'
import { reportJson } from '../../src/reports/api.ts'
import { cast } from '../support/cast.ts'
import { at, file, served, toAnswered, toHandling } from '../support/road.ts'
import { onBothSound } from '../support/sound.ts'

const plain = { office: 'satisfied', organ: 'dissatisfied', reason: '太慢', secondFact: '0012' }
const full = { ...plain, efficiency: 'basically' }

onBothSound('the rating form', seated => {
  test('is the one in force on the day the matter was received, however late it is rated', async () => {
    const store = await seated()
    await rule(store)
    const before = await answered(store, '2026-03-31')
    const after = await answered(store, '2026-04-01')
    expect(await asked(store, before.number)).toEqual(['office', 'organ', 'reason', 'secondFact'])
    expect(await asked(store, after.number)).toEqual(['office', 'organ', 'reason', 'efficiency', 'secondFact'])
    const rate = ({ attempt, petitioner }: typeof before, input: Record<string, unknown>) =>
      attempt('rate', petitioner, '2026-04-20', input)
    expect(await rate(before, full)).toMatchObject({
      outcome: 'invalid',
      errors: { efficiency: [{ zh: '没有这一项' }] },
    })
    expect(await rate(after, plain)).toMatchObject({ outcome: 'invalid', errors: { efficiency: [{}] } })
    expect(await rate(after, { ...full, efficiency: 'superb' })).toMatchObject({ outcome: 'invalid' })
    expect(await rate(after, { ...full, speed: 'satisfied' })).toMatchObject({
      outcome: 'invalid',
      errors: { speed: [{}] },
    })
    expect(await rate(after, { ...full, reason: undefined })).toMatchObject({
      outcome: 'invalid',
      errors: { reason: [{}] },
    })
    expect((await rate(before, plain)).outcome).toBe('done')
    expect((await rate(after, full)).outcome).toBe('done')
  })

  test('changes no figure: office and organ are counted from either', async () => {
    const store = await seated()
    await rule(store)
    for (const [day, input] of [
      ['2026-03-31', plain],
      ['2026-04-01', full],
    ] as const) {
      const petition = await answered(store, day)
      await petition.does('rate', petition.petitioner, '2026-04-20', input)
    }
    const now = at('2026-12-01')
    const drawn = await reportJson(store, now, cast.lincheng, 'monthly-closure', { month: '2026-04' })
    if (drawn.outcome !== 'done') throw new Error(drawn.outcome)
    const figure = (id: string) => drawn.report.metrics.find(metric => metric.id === id)
    expect(figure('satisfaction_office')).toMatchObject({ numerator: 2, denominator: 2, rate: '100.00' })
    expect(figure('satisfaction_organ')).toMatchObject({ numerator: 0, denominator: 2, rate: '0.00' })
    expect(figure('rated_share')).toMatchObject({ numerator: 2, denominator: 2 })
    const lines = await store.db.selectFrom('facts').select('what').where('kind', '=', 'rated').execute()
    expect(lines.map(({ what }) => what).filter(what => what.startsWith('efficiency'))).toEqual([])
  })

  test('follows the day of receipt where that is put right', async () => {
    const store = await seated()
    await rule(store)
    const petition = await answered(store, '2026-04-01')
    const input = { act: 'submit', day: '2026-03-31', reason: '登记有误' }
    await petition.does('correct', cast.chenjing, '2026-04-19', input)
    await petition.does('rate', petition.petitioner, '2026-04-20', plain)
  })
})

/** From April 2026 on people are asked how quickly it was handled besides. */
async function rule(store: Store) {
  const value = {
    procedure: 'petition',
    name: 'ratingForm',
    value: 'withEfficiency',
    from: '2026-04-01',
    source: '本区',
  }
  const by = { actor: cast.mawei, now: at('2026-01-05') }
  expect(await setParameter(store, by, value)).toMatchObject({ outcome: 'done' })
}

async function answered(store: Store, received: string) {
  const petition = await file(store, received)
  await toHandling(petition, '2026-04-02')
  await toAnswered(petition, '2026-04-10')
  await petition.does('serve', cast.zhaoqiang, '2026-04-12', served)
  return petition
}

async function asked(store: Store, number: string): Promise<string[]> {
  const view = await findCase(store.db, system, number)
  const spec = view?.procedure.acts['rate']
  if (!view || !spec) throw new Error(number)
  return fieldsOf((await actUnderRule(store.db, spec, view)).form).map(({ name }) => name)
}
