import { countOf, count, rate } from './sentences.ts'
import type { BulletinPart, Sentence } from './sentences.ts'

/** What was submitted, and what became of it on review. */
const submission: Sentence = report => {
  const of = (id: string) => countOf(report, id)
  const [all, together, filed] = [of('submitted'), of('submitted_together'), of('filed')]
  const [merged, notFiled, withdrawn, undecided] = ['merged', 'not_filed', 'withdrawn', 'undecided'].map(of)
  if (all === undefined || together === undefined || filed === undefined) return undefined
  if (merged === undefined || notFiled === undefined || withdrawn === undefined || undecided === undefined)
    return undefined
  const { period } = report
  return {
    zh: `${period.zh}，提出${all}件，其中集体提出${together}件；立案${filed}件，并案${merged}件，未立案${notFiled}件，撤回${withdrawn}件，待审查${undecided}件。`,
    en: `In ${period.en} ${all} were submitted, ${together} of them in common; ${filed} were filed, ${merged} merged, ${notFiled} not filed, ${withdrawn} withdrawn, and ${undecided} are under review.`,
  }
}

/** The bulletin on a session’s suggestions or proposals (办理情况通报). */
// prettier-ignore
export const sessionParts: readonly BulletinPart[] = [
  { title: { zh: '提出和立案', en: 'Submitted and filed' },
    figures: ['submitted', 'submitted_together', 'filed', 'merged', 'not_filed', 'withdrawn', 'undecided'],
    sentences: [submission] },
  { title: { zh: '交办和办复', en: 'Handed over and answered' },
    figures: ['hand_over_rate', 'receipt_rate', 'contact_rate', 'answer_rate', 'answer_on_time_rate', 'overdue', 'service_rate', 'merged_answer_rate'],
    sentences: [rate('hand_over_rate'), rate('receipt_rate'), rate('contact_rate'), rate('answer_rate'), rate('answer_on_time_rate'), count('overdue'), rate('service_rate'), rate('merged_answer_rate')] },
  { title: { zh: '答复的类别', en: 'What was answered' },
    figures: ['answers_solved', 'answers_promised', 'answers_planned', 'answers_reference'],
    sentences: [rate('answers_solved'), rate('answers_promised'), rate('answers_planned'), rate('answers_reference')] },
  { title: { zh: '评价', en: 'Ratings' },
    figures: ['rating_rate', 'silent', 'satisfaction_first', 'satisfaction_latest', 'redone'],
    sentences: [rate('rating_rate'), count('silent'), rate('satisfaction_first'), rate('satisfaction_latest'), count('redone')] },
  { title: { zh: '落实和办结', en: 'Carried out and closed' },
    figures: ['claimed_share', 'carry_out_rate', 'motion_closure_rate', 'key_matters', 'published_answers'],
    sentences: [rate('claimed_share'), rate('carry_out_rate'), rate('motion_closure_rate'), count('key_matters'), count('published_answers')] },
]
