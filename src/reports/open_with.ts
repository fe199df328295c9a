import type { Db } from '../db/dialect.ts'
import { compare } from '../law/compare.ts'
import type { Figures } from './kept_figures.ts'
import { namesOf } from './names.ts'
import type { ReportTable } from './report.ts'
import type { Question } from './rows.ts'

/** What stands open and who has it, like beside like, whoever has most first; it adds up to what stands open. */
export async function openWith(db: Db, all: Figures, { cut }: Question): Promise<ReportTable> {
  const held = await all.holders()
  const names = await namesOf(
    db,
    'organ',
    held.map(({ organ }) => organ),
    cut,
  )
  const placeOf = (organ: string) => names.get(organ)?.order ?? organ
  const kindOf = (organ: string) => placeOf(organ).slice(0, 2)
  const sorted = held.toSorted(
    (a, b) =>
      compare(kindOf(a.organ), kindOf(b.organ)) || b.open - a.open || compare(placeOf(a.organ), placeOf(b.organ)),
  )
  return {
    id: 'open_with',
    title: { zh: '在办事项在哪里', en: 'Where open matters are' },
    note: {
      zh: '件数合计等于在办。按截至统计截止日（晚于月末的按月末）的牵头单位计，尚无牵头单位或者分办的计在登记机关；已到期指答复期限在该日或以前届满；不含检举控告类事项',
      en: 'They add up to what stands open. By the organ that leads as at the through day, or the month’s end if that is earlier; by the office where nobody leads yet or several answer apart. Fallen due: the answer was due on that day or before. Accusations are left out',
    },
    columns: [
      { id: 'group', title: { zh: '单位类别', en: 'Group' }, kind: 'text' },
      { id: 'organ', title: { zh: '单位', en: 'Organ' }, kind: 'text' },
      { id: 'open', title: { zh: '在办', en: 'Open' }, kind: 'number' },
      { id: 'overdue', title: { zh: '其中已到期', en: 'Fallen due' }, kind: 'number' },
      { id: 'oldest', title: { zh: '最早收件月份', en: 'Oldest received in' }, kind: 'text' },
    ],
    rows: sorted.map(({ organ, open, overdue, oldest }) => {
      const named = names.get(organ)
      return [named?.group ?? null, named?.name ?? organ, open, overdue, oldest]
    }),
  }
}
