import { z } from 'zod'
import { choice, day, paragraph, words } from '../fields.ts'
import { kinds, routes } from './kinds.ts'

const titles = <T extends Record<string, { title: { zh: string; en: string } }>>(table: T) =>
  Object.fromEntries(Object.entries(table).map(([id, { title }]) => [id, title]))

/** Fields that several forms ask for. */
export const kindChoice = choice({ zh: '诉求类别', en: 'Kind of matter' }, titles(kinds))
export const routeChoice = choice({ zh: '法定途径', en: 'Lawful route' }, titles(routes), {
  zh: '申诉求决类必选；除第一至五项以外都是信访程序',
  en: 'For appeals; whatever is none of the first five is the petition procedure',
})
export const accusedPeople = words({
  label: { zh: '反映哪些人的问题', en: 'Which persons the report is about' },
  hint: { zh: '写姓名，几个人用顿号分开', en: 'Names, separated by commas' },
  max: 300,
  keep: 'text',
})
export const reason = paragraph({ label: { zh: '理由', en: 'Reasons' }, max: 2000 })
export const reportBy = day(
  { zh: '报告期限', en: 'Report by' },
  { zh: '到这一天须报告结果', en: 'The result is due on this day' },
)

export const reasonForm = z.object({ reason })
