import { rulesThen } from '../accounts/sessions_then.ts'
import { findSession, latestOf } from '../accounts/terms.ts'
import type { Db } from '../db/dialect.ts'
import { rateOf } from '../law/rate.ts'
import type { Listed } from '../procedures/parameter.ts'
import type { Matter } from './batch_matters.ts'
import type { Cut } from './cut.ts'
import type { ReportTable } from './report.ts'
import type { Question } from './rows.ts'

/** Answers by their class, as the session’s own list has it; one organ’s answer is one. */
export async function byClass(db: Db, { cut, session }: Question, matters: readonly Matter[]): Promise<ReportTable> {
  const answers = matters.flatMap(({ classes }) => classes)
  const found = Map.groupBy(answers, word => word.slice(word.indexOf(':') + 1))
  const listed = await classesOf(db, session ?? '', cut)
  const unlisted = [...found.keys()].filter(code => !listed.some(row => row.code === code)).sort()
  const rows = [...listed, ...unlisted.map((code): Listed => ({ code, zh: code, en: code }))]
  return {
    id: 'by_class',
    title: { zh: '按办理结果类别', en: 'By class of answer' },
    note: {
      zh: '类别由本届次规定；一个单位的一份答复计一份',
      en: 'The classes are the session’s own; one organ’s answer counts as one',
    },
    columns: [
      { id: 'class', title: { zh: '类别', en: 'Class' }, kind: 'text' },
      { id: 'name', title: { zh: '含义', en: 'Meaning' }, kind: 'text' },
      { id: 'answers', title: { zh: '答复（份）', en: 'Answers' }, kind: 'number' },
      { id: 'share', title: { zh: '占比（%）', en: 'Share (%)' }, kind: 'rate' },
    ],
    rows: rows.map(({ code, zh, en }) => {
      const count = found.get(code)?.length ?? 0
      return [code, { zh, en }, count, rateOf(count, answers.length)]
    }),
  }
}

async function classesOf(db: Db, id: string, { through, asOf }: Cut): Promise<Listed[]> {
  const session = await findSession(db, id)
  const procedure = session && latestOf(session.procedure)
  if (!procedure) return []
  const { classes = procedure.parameters?.['classes']?.standard } = await rulesThen(db, id, through, asOf)
  const listed: Listed[] = JSON.parse(classes ?? '[]')
  return listed
}
