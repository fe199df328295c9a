import type { Text } from '../law/words.ts'
import { columns } from './columns.ts'
import type { ColumnId } from './columns.ts'
import type { Cells } from './read.ts'
import type { Moment } from './times.ts'

/** What a row says of its matter that cannot all be true, each with the column to mend. */
export const historyProblems = (cells: Cells, moments: Moments) => [...outOfOrder(moments), ...incomplete(cells)]

type Step = 'filed_at' | 'accepted_at' | 'replied_at' | 'closed_at'

type Moments = Readonly<Record<Step, Moment | undefined>>

type Found = { readonly column: ColumnId; readonly problem: Text }

const steps = ['filed_at', 'accepted_at', 'replied_at', 'closed_at'] satisfies Step[]

/** Each step is held against the nearest earlier one the row knows. */
function outOfOrder(moments: Moments): Found[] {
  return steps.flatMap((step, i) => {
    const earlier = steps.slice(0, i).findLast(other => moments[other])
    const [before, after] = [earlier && moments[earlier], moments[step]]
    return earlier && before && after && isBefore(after, before) ? [{ column: step, problem: early(earlier) }] : []
  })
}

/** By the instant when both times of day are known, else by the day. */
const isBefore = (a: Moment, b: Moment): boolean => (a.at !== null && b.at !== null ? a.at < b.at : a.on < b.on)

const early = (earlier: Step): Text => ({
  zh: `早于${columns[earlier]}。请对照原件改正其中一个时间`,
  en: `It is earlier than ${earlier}. Correct one of the two from the original`,
})

function incomplete(cells: Cells): Found[] {
  const has = (column: ColumnId) => (cells[column] ?? '').trim() !== ''
  const lacking: [boolean, ColumnId, Text][] = [
    [has('reply') && !has('replied_at'), 'replied_at', replyUndated],
    [has('replied_at') && !has('reply'), 'reply', replyUntold],
    [has('closed_at') && !has('replied_at'), 'closed_at', closedUnanswered],
    [has('rating') && !has('reply') && !has('replied_at'), 'rating', ratedUnanswered],
  ]
  return lacking.flatMap(([lacks, column, problem]) => (lacks ? [{ column, problem }] : []))
}

const replyUndated: Text = {
  zh: '有答复而没有答复时间。请填写答复时间，或删去答复',
  en: 'There is a reply but no time of it. Enter replied_at, or remove the reply',
}

const replyUntold: Text = {
  zh: '有答复时间而没有答复内容。请填写答复，或删去答复时间',
  en: 'There is a time of reply but no reply. Enter the reply, or remove replied_at',
}

const closedUnanswered: Text = {
  zh: '有办结时间而没有答复时间。未答复的不能办结：请填写答复和答复时间，或删去办结时间',
  en: 'It is closed without a reply. Enter reply and replied_at, or remove closed_at',
}

const ratedUnanswered: Text = {
  zh: '有满意度而没有答复。满意度是对答复的评价：请填写答复，或删去满意度',
  en: 'It is rated without a reply. A rating is of the reply: enter it, or remove the rating',
}
