import { expect, test } from 'vitest'
import { chamber } from '../../support/chamber.ts'
import { onBoth } from '../../support/db.ts'
import { draftMotion, openParts } from '../../support/motions.ts'
import { signers } from '../../support/motions_cast.ts'

const refused = '代表团、界别、党派、团体、专门委员会和受理部门自己不承办，请另选单位'
const signing = ['party-group', 'mass-organisation', 'committee'] as const

onBoth('a suggestion', open => {
  test('is handed over neither to a body of those who sign nor to the office itself', async () => {
    const { store, post } = await chamber(open, '2026-01-20')
    await store.db
      .insertInto('organs')
      .values(
        signing.map(kind => ({
          ...{ id: kind, kind, parent: 'cppcc', zh: kind, en: kind },
          ...{ path: `/city-petition-office/cppcc/${kind}/`, active: 1, takes_accusations: 0 },
        })),
      )
      .execute()
    const motion = await draftMotion(store)
    await motion.does('submit', signers.daihong, '2026-01-15')
    await motion.does('register', signers.lichen, '2026-01-16')
    const attempt = (act: string, input: Record<string, unknown>) =>
      motion.attempt(act, signers.lichen, '2026-01-20', input)
    for (const organ of ['delegation', 'sector', 'congress', ...signing]) {
      expect(await attempt('handOver', { organ }), organ).toMatchObject({ errors: { organ: [{ zh: refused }] } })
      const coHandlers = ['police', organ]
      expect(await attempt('handOver', { organ: 'housing', coHandlers }), organ).toMatchObject({
        errors: { coHandlers: [{ zh: refused }] },
      })
      const separate = ['housing', organ]
      expect(await attempt('handOverSeparately', { separate }), organ).toMatchObject({
        errors: { separate: [{ zh: refused }] },
      })
    }
    const { version } = (await motion.view()).row
    const typed = { organ: 'delegation', version: String(version) }
    const page = await post('lichen', `/cases/${motion.number}/acts/handOver`, typed)
    expect(page.status).toBe(422)
    expect(await page.text()).toContain(refused)
    await motion.does('handOver', signers.lichen, '2026-01-20', { organ: 'housing' })
    const more = await attempt('addHandlers', { coHandlers: ['congress'] })
    expect(more).toMatchObject({ errors: { coHandlers: [{ zh: refused }] } })
    expect(await openParts(motion, 'co-handler')).toEqual([])
  })
})
