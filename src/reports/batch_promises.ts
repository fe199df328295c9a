import type { Db } from '../db/dialect.ts'
import { rateOf } from '../law/rate.ts'
import type { Matter } from './batch_matters.ts'
import { namesOf } from './names.ts'
import type { ReportTable } from './report.ts'
import type { Question } from './rows.ts'

/** 承诺事项: what each organ claimed or promised, what was carried out, and what is past its day. */
export async function promises(db: Db, { cut }: Question, matters: readonly Matter[]): Promise<ReportTable> {
  const parts = matters.flatMap(({ parts, promisesDue }) =>
    [...parts]
      .filter(([, reached]) => reached.has('claimed'))
      .map(([organ, reached]) => ({ organ, done: reached.has('carriedOut'), isDue: promisesDue.has(organ) })),
  )
  const byOrgan = Map.groupBy(parts, ({ organ }) => organ)
  const names = await namesOf(db, 'organ', [...byOrgan.keys()], cut)
  return {
    id: 'promises',
    title: { zh: '承诺事项', en: 'Promises' },
    note: {
      zh: '落实以经办部门确认的佐证为准；现在的答复所作的承诺，到期没有报送佐证的列入“承诺到期未落实”，已报送待确认的不列入',
      en: 'Carried out: shown with evidence the office has confirmed. Past its day: promised by the answer that stands and shown with no evidence; what awaits confirmation is not',
    },
    columns: [
      { id: 'organ', title: { zh: '单位', en: 'Organ' }, kind: 'text' },
      { id: 'claimed', title: { zh: '称已解决或者承诺', en: 'Claimed or promised' }, kind: 'number' },
      { id: 'carried_out', title: { zh: '落实', en: 'Carried out' }, kind: 'number' },
      { id: 'carry_out_rate', title: { zh: '落实率（%）', en: 'Carried out (%)' }, kind: 'rate' },
      { id: 'past_due', title: { zh: '承诺到期未落实', en: 'Promises overdue' }, kind: 'number' },
    ],
    rows: [...byOrgan]
      .toSorted(([a], [b]) => ((names.get(a)?.order ?? '') < (names.get(b)?.order ?? '') ? -1 : 1))
      .map(([organ, own]) => {
        const done = own.filter(part => part.done).length
        const late = own.filter(part => part.isDue && !part.done).length
        return [names.get(organ)?.name ?? organ, own.length, done, rateOf(done, own.length), late]
      }),
  }
}
