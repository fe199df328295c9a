import type { Text } from '../law/words.ts'
import type { BatchCohort, MarkId } from './batch_cohort.ts'
import { batchCounting } from './batch_rows.ts'
import type { Metric } from './metric.ts'

const atEnd: Text = {
  zh: '截至统计截止日，按届次；不论何时提出',
  en: 'as at the through day, by session, whenever it was submitted',
}
export const sources = {
  law: {
    zh: '《代表法》第五十一条；《政协全国委员会提案工作条例》',
    en: 'Deputies Law, art. 51; CPPCC Regulations on Proposals',
  },
  usual: { zh: '人大、政协办理情况通报通行口径', en: 'The usual bulletins of congresses and councils' },
  review: {
    zh: '全国政协提案审查统计口径（立案、并案、转为意见建议分列）',
    en: 'The CPPCC’s count of its review: filed, merged and passed on stand apart',
  },
  rating: {
    zh: '重庆市办理规定：未评价的不计入满意率；参评率、未评价另列',
    en: 'Chongqing’s rules: silence is left out of satisfaction; the share rated and silence stand apart',
  },
  own: {
    zh: '本系统口径：以经办部门确认的佐证为准，不以类别字母为准',
    en: 'This system’s own: by evidence the office has confirmed, not by the letter of the class',
  },
}
const signer: Text = {
  zh: '本届次，不分单位；单位的数字另列表',
  en: 'the session, by no organ; organs stand in a table of their own',
}

export const counted = (holds: readonly MarkId[], rest: Omit<BatchCohort['batch'], 'holds'> = {}) =>
  batchCounting({ batch: { holds, ...rest } })
/** What shares are of. */
export const c = {
  filed: counted(['filed']),
  merged: counted(['merged']),
  answered: counted(['answered']),
  rated: counted(['rated']),
  claimed: counted(['claimed']),
}

type Said = Pick<Metric, 'id' | 'title' | 'formula' | 'numerator' | 'treatment' | 'source'> &
  Pick<Partial<Metric>, 'version' | 'denominator' | 'earlier'>
export const metric = (said: Said): Metric => ({ version: '1', basis: atEnd, belongsTo: signer, ...said })
