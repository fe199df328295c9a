import type { Text } from '../law/words.ts'
import { marks } from './batch_cohort.ts'
import type { BatchCohort, Mark, MarkId } from './batch_cohort.ts'

/** The lines a figure of a session counts, said from the data it is counted by. */
export function sayBatch({ batch: { holds, lacks = [], first } }: BatchCohort): Text {
  const [there, missing] = [sayMarks(holds), sayMarks(lacks)]
  return {
    zh: `每件一次：本届次的行，计入日不晚于统计截止日，${there.zh} 合计大于 0${lacks.length > 0 ? `，${missing.zh} 合计为 0` : ''}${first ? '；每个单位首次评价的 part rated 与 part satisfied 同时成立' : ''}`,
    en: `each matter once: lines of the session up to the through day, of which ${there.en} stand${lacks.length > 0 ? ` and ${missing.en} do not` : ''}${first ? '; of every organ “part satisfied” began with its first “part rated”' : ''}`,
  }
}

function sayMarks(ids: readonly MarkId[]): Text {
  const said = ids.map((id): Text => {
    const { kind, about = [], startsWith, before, ever, unmet }: Mark = marks[id]
    const lines = [kind, startsWith ?? about.join('/')].filter(word => word !== '').join(' ')
    return {
      zh: `${lines}${before ? '（早于统计截止日）' : ''}${ever ? '（只计正数行）' : ''}${unmet ? unmets[unmet].zh : ''}`,
      en: `“${lines}”${before ? ' (before the through day)' : ''}${ever ? ' (whether taken back or not)' : ''}${unmet ? unmets[unmet].en : ''}`,
    }
  })
  return { zh: said.map(({ zh }) => zh).join('、'), en: said.map(({ en }) => en).join(', ') }
}

// prettier-ignore
const unmets = {
  'by who has it': {
    zh: '（也早于已知之日；该单位的 part handedOver 仍成立，自其成立起计，同一天的 met 行较少的）',
    en: ' (and before the day it is known on; where “part handedOver” of the organ stands and, since it does, has fewer “met” lines of that day)',
  },
  'by name': {
    zh: '（该单位同一期限的 met 行较少的）',
    en: ' (where the organ has fewer “met” lines of that clock)',
  },
} satisfies Record<NonNullable<Mark['unmet']>, Text>
