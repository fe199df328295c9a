import { z } from 'zod'
import { caseNumber, category, choice, count, day, doneAct, flag, organs, paragraph, place, words } from '../fields.ts'
import { accusedPeople, kindChoice, reason, routeChoice } from './shared_fields.ts'

/** Forms of acts that may come at any time. */
export const agreementForm = z.object({
  note: paragraph({
    label: { zh: '信访人在何时、以何种方式表示同意', en: 'When and how the petitioner agreed' },
    hint: { zh: '有签字材料的请一并上传', en: 'Attach what was signed' },
    max: 2000,
  }),
})

export const materialForm = z.object({
  note: paragraph({ label: { zh: '补充说明', en: 'What you add' }, max: 4000 }),
})
export const questionForm = z.object({
  question: paragraph({ label: { zh: '需要信访人说明的问题', en: 'Question to the petitioner' }, max: 2000 }),
})
export const replyForm = z.object({
  reply: paragraph({ label: { zh: '您的回答', en: 'Your answer' }, max: 4000 }),
})
export const linkRepeatForm = z.object({
  earlier: caseNumber(
    { zh: '在先信访事项的编号', en: 'Number of the earlier petition' },
    {
      zh: '同一人就同一事项再次提出的才是重复；不同的人反映同一事项是联名或者串并，不在这里关联',
      en: 'Only the same person with the same matter repeats it; several persons with one matter do not',
    },
  ),
  reason: paragraph({ label: { zh: '理由', en: 'Reasons' }, max: 2000 }).optional(),
})
export const lapseForm = z.object({
  deadline: words({ label: { zh: '期限', en: 'Term' }, max: 80, keep: 'log' }),
  part: words({ label: { zh: '环节', en: 'Part' }, max: 10, keep: 'log' }).optional(),
})
export const pullForm = z.object({
  file: words({ label: { zh: '文件编号', en: 'File' }, max: 80, keep: 'log' }),
  reason: paragraph({ label: { zh: '理由', en: 'Reasons' }, max: 2000 }),
  secret: flag({ zh: '涉及国家秘密', en: 'Concerns state secrets' }).optional(),
})

// prettier-ignore
export const urgentForm = z.object({
  to: choice({ zh: '报告给', en: 'Reported to' }, {
    government: { zh: '本级党委、政府', en: 'The Party committee and government' },
    superior:   { zh: '上级信访部门', en: 'The superior petition office' },
    conference: { zh: '信访工作联席会议办公室', en: 'The office of the joint conference' },
  }),
  report: paragraph({ label: { zh: '报告内容', en: 'Report' }, max: 4000 }),
})

export const reclassifyForm = z
  .object({
    kind: kindChoice,
    route: routeChoice.optional(),
    category: category({ zh: '内容分类', en: 'Category' }).optional(),
    place: place({ zh: '属地（街道、乡镇）', en: 'Street or township' }).optional(),
    accusedOrgans: organs({ zh: '被反映单位', en: 'Organs reported on' }).optional(),
    accusedPeople: accusedPeople.optional(),
    reason,
  })
  .refine(form => form.kind !== 'appeal' || form.route !== undefined, { path: ['route'], error: 'routeForAppeal' })

export const correctForm = z.object({
  act: doneAct({ zh: '更正哪一步的日期', en: 'Step whose day is corrected' }).optional(),
  day: day({ zh: '正确的日期', en: 'The right day' }).optional(),
  category: category({ zh: '更正内容分类', en: 'The right category' }).optional(),
  place: place({ zh: '更正属地', en: 'The right street or township' }).optional(),
  heads: count({ zh: '更正信访人数', en: 'The right number of people' }, 1, 9999).optional(),
  reason,
})

// prettier-ignore
export const careForm = z.object({
  measure: choice({ zh: '措施', en: 'Measure' }, {
    talk: { zh: '疏导教育', en: 'Talk and explanation' },
    ease: { zh: '矛盾化解', en: 'Resolving the conflict' },
    help: { zh: '帮扶救助', en: 'Help and relief' },
  }),
  note: paragraph({ label: { zh: '情况', en: 'What was done' }, max: 4000 }),
})
