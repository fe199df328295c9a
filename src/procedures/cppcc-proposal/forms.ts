import { z } from 'zod'
import { caseNumber, category, choice, organ } from '../fields.ts'
import { answerForm } from '../motions/answering_forms.ts'
import { ground, reason } from '../motions/shared_fields.ts'

/** What the proposals office decides at review, and how a merged proposal is answered. */
export const fileForm = z.object({ category: category({ zh: '类别', en: 'Category' }).optional() })

export const mergeForm = z.object({
  into: caseNumber(
    { zh: '并入哪一件', en: 'Merged into' },
    { zh: '填写主案的编号', en: 'The number of the one that is handled' },
    {
      in: ['registered', 'handling', 'answered', 'served', 'settled'],
    },
  ),
  reason,
})

// prettier-ignore
export const notFiledForm = z.object({
  ground,
  passedAs: choice({ zh: '转为', en: 'Passed on as' }, {
    opinion: { zh: '意见和建议', en: 'An opinion' },
    public:  { zh: '社情民意信息', en: 'A report of public opinion' },
    letter:  { zh: '委员来信', en: 'A member’s letter' },
  }),
  reason,
})

/** The answer to the main proposal, given to those whose own was merged into it. */
export const relayForm = z.object({
  organ: organ({ zh: '答复主案的单位', en: 'The organ that answered' }),
  class: answerForm.shape.class,
  opinion: answerForm.shape.opinion,
})
