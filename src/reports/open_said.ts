import { sayMonth } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import type { Report } from './report.ts'

/** What stands open, how much of it has fallen due and since when the oldest has been here; nothing where nothing is open. */
export function openSentences({ tables }: Pick<Report, 'tables'>): Text[] {
  const table = tables.find(({ id }) => id === 'open_with')
  if (!table || table.rows.length === 0) return []
  const cells = (id: string) => table.rows.map(row => row[table.columns.findIndex(column => column.id === id)] ?? null)
  const sum = (id: string) => cells(id).reduce<number>((so, cell) => so + Number(cell), 0)
  const oldest = sayMonth(cells('oldest').map(String).sort()[0] ?? '')
  const organs = table.rows.length
  return [
    {
      zh: `在办${sum('open')}件，在${organs}个单位；其中答复期限已到的${sum('overdue')}件；最早的于${oldest.zh}收到。`,
      en: `Open: ${sum('open')}, with ${organs === 1 ? '1 organ' : `${organs} organs`}; of these fallen due: ${sum('overdue')}; the oldest came in ${oldest.en}.`,
    },
  ]
}
