import { z } from 'zod'
import {
  caseNumber,
  category,
  choice,
  count,
  day,
  flag,
  list,
  organ,
  organs,
  outcomes,
  paragraph,
  residentId,
  secondFact,
  tel,
  words,
} from '../fields.ts'

/** What people fill in. Labels are both languages side by side; one schema serves pages, posts and the API. */
// prettier-ignore
export const kinds = {
  appeal:     { title: { zh: '申诉求决类', en: 'Appeal' } },
  suggestion: { title: { zh: '建议意见类', en: 'Suggestion' } },
  accusation: { title: { zh: '检举控告类', en: 'Accusation' }, restricted: true },
} as const

// prettier-ignore
export const routes = {
  1: { title: { zh: '诉讼、检察、公安等程序', en: 'Courts, procuratorate or police' }, cites: 'XF 31(1)' },
  2: { title: { zh: '仲裁', en: 'Arbitration' }, cites: 'XF 31(2)' },
  3: { title: { zh: '党员申诉、申请复审', en: 'Party member’s appeal' }, cites: 'XF 31(3)' },
  4: { title: { zh: '行政复议、许可、处罚等行政程序', en: 'Administrative procedure' }, cites: 'XF 31(4)' },
  5: { title: { zh: '申请查处或者履行职责', en: 'Application to act on a duty' }, cites: 'XF 31(5)' },
  6: { title: { zh: '信访程序', en: 'Petition procedure' }, cites: 'XF 31(6)' },
} as const

// prettier-ignore
export const channels = {
  online: { zh: '网上', en: 'Online' },
  letter: { zh: '书信', en: 'Letter' },
  phone:  { zh: '电话', en: 'Telephone' },
  fax:    { zh: '传真', en: 'Fax' },
  visit:  { zh: '走访', en: 'Visit' },
} as const

const titles = <T extends Record<string, { title: { zh: string; en: string } }>>(table: T) =>
  Object.fromEntries(Object.entries(table).map(([id, { title }]) => [id, title]))

const kindChoice = choice({ zh: '诉求类别', en: 'Kind of matter' }, titles(kinds))
const routeChoice = choice({ zh: '法定途径', en: 'Lawful route' }, titles(routes), {
  zh: '申诉求决类必选；除第一至五项以外都是信访程序',
  en: 'For appeals; whatever is none of the first five is the petition procedure',
})

const accusedPeople = words({
  label: { zh: '反映哪些人的问题', en: 'Which persons the report is about' },
  hint: { zh: '写姓名，几个人用顿号分开', en: 'Names, separated by commas' },
  max: 300,
  keep: 'text',
})

export const submitForm = z.object({
  kind: kindChoice,
  title: words({ label: { zh: '标题', en: 'Title' }, max: 80 }),
  body: paragraph({
    label: { zh: '事实和理由', en: 'Facts and reasons' },
    hint: { zh: '什么时间、什么地点、发生了什么事', en: 'When, where and what happened' },
  }),
  demands: list({
    label: { zh: '您的请求', en: 'What you ask for' },
    hint: { zh: '一行一项', en: 'One a line' },
    max: 10,
  }).optional(),
  accusedOrgans: organs(
    { zh: '反映哪个单位的问题', en: 'Which organ the report is about' },
    {
      zh: '该单位及其下属单位不会看到您的来信',
      en: 'That organ and those below it will not see your letter',
    },
  ).optional(),
  accusedPeople: accusedPeople.optional(),
  petitioner: words({ label: { zh: '姓名（名称）', en: 'Name' }, max: 60, keep: 'party' }).optional(),
  phone: tel({ zh: '联系电话', en: 'Telephone' }).optional(),
  idNumber: residentId({ zh: '居民身份证号码', en: 'Resident identity number' }).optional(),
  address: words({ label: { zh: '住址', en: 'Address' }, max: 200, keep: 'party' }).optional(),
  heads: count({ zh: '信访人数', en: 'Number of petitioners' }, 1, 9999).optional(),
  category: category({ zh: '内容分类', en: 'Category' }).optional(),
})

export const registerForm = z
  .object({
    kind: kindChoice,
    route: routeChoice.optional(),
    category: category({ zh: '内容分类', en: 'Category' }).optional(),
    postmark: day({ zh: '邮戳日期', en: 'Postmark' }, { zh: '来信填写', en: 'For letters' }).optional(),
    heads: count({ zh: '信访人数', en: 'Number of people' }, 1, 9999).optional(),
    representatives: count({ zh: '代表人数', en: 'Representatives' }, 0, 5, {
      zh: '不得超过五人（第二十条）',
      en: 'Five at most (art. 20)',
    }).optional(),
    accusedOrgans: organs({ zh: '被反映单位', en: 'Organs reported on' }).optional(),
    accusedPeople: accusedPeople.optional(),
  })
  .refine(form => form.kind !== 'appeal' || form.route !== undefined, { path: ['route'], error: 'routeForAppeal' })

export const transferForm = z.object({
  organ: organ({ zh: '承办单位', en: 'Organ' }),
  note: paragraph({ label: { zh: '转送意见', en: 'Note to the organ' }, max: 2000 }).optional(),
})

export const acceptForm = z.object({
  note: paragraph({ label: { zh: '处理途径和程序', en: 'How it will be handled' }, max: 2000 }).optional(),
})

// prettier-ignore
export const refuseForm = z.object({
  ground: choice({ zh: '不予受理的依据', en: 'Ground' }, {
    pending:   { zh: '同一事项已经受理或者正在办理（第十九条）', en: 'The same matter is accepted or in progress (art. 19)' },
    authority: { zh: '不属于本机关、本系统职权（第二十三条）', en: 'Not within the powers of this organ or system (art. 23)' },
    otherBody: { zh: '属于人大、监察、审判、检察机关职权', en: 'Belongs to congress, supervision, courts or procuratorates' },
    noClaim:   { zh: '没有明确的请求和事实', en: 'No clear request or facts' },
  }),
  reason: paragraph({ label: { zh: '理由和正确的渠道', en: 'Reasons, and the right place to turn to' }, max: 2000 }),
})

export const reasonForm = z.object({ reason: paragraph({ label: { zh: '理由', en: 'Reasons' }, max: 2000 }) })

export const redirectForm = z.object({
  organ: organ({ zh: '有权处理的机关', en: 'Competent organ' }).optional(),
  reason: paragraph({ label: { zh: '告知的途径', en: 'The route told to the petitioner' }, max: 2000 }),
})

export const extendForm = z.object({
  days: count({ zh: '延长天数', en: 'Days' }, 1, 30, {
    zh: '不超过三十日（第三十四条）',
    en: 'Thirty at most (art. 34)',
  }),
  reason: paragraph({ label: { zh: '延期理由（将告知信访人）', en: 'Reason, told to the petitioner' }, max: 2000 }),
})

export const draftForm = z.object({
  facts: paragraph({ label: { zh: '查明的事实', en: 'Facts found' } }),
  basis: paragraph({ label: { zh: '法律法规依据', en: 'Legal basis' }, max: 4000 }),
  opinion: paragraph({ label: { zh: '处理意见', en: 'Opinion' } }),
  demands: outcomes(
    { zh: '逐项请求的意见', en: 'Outcome of each demand' },
    {
      support: { zh: '予以支持', en: 'Supported' },
      explain: { zh: '解释说明', en: 'Explained' },
      reject: { zh: '不予支持', en: 'Not supported' },
    },
  ).optional(),
})

// prettier-ignore
export const suggestionForm = z.object({
  adoption: choice({ zh: '采纳情况', en: 'Adoption' }, {
    whole: { zh: '采纳', en: 'Adopted' },
    part:  { zh: '部分采纳', en: 'Partly adopted' },
    none:  { zh: '未采纳，已说明', en: 'Not adopted, with reasons' },
  }),
})

// prettier-ignore
export const serveForm = z.object({
  method: choice({ zh: '送达方式', en: 'Method' }, {
    person: { zh: '当面送达', en: 'In person' },
    mail:   { zh: '邮寄送达', en: 'Registered mail' },
    other:  { zh: '其他', en: 'Other' },
  }),
  receipt: choice({ zh: '签收情况', en: 'Receipt' }, {
    signed:  { zh: '签收', en: 'Signed for' },
    refused: { zh: '拒收', en: 'Refused' },
  }),
  view: choice({ zh: '信访人意见', en: 'Petitioner’s view' }, {
    agree:    { zh: '同意', en: 'Agrees' },
    disagree: { zh: '不同意', en: 'Disagrees' },
    none:     { zh: '无明确意见', en: 'None given' },
  }).optional(),
})

// prettier-ignore
const scale = {
  satisfied:    { zh: '满意', en: 'Satisfied' },
  basically:    { zh: '基本满意', en: 'Basically satisfied' },
  dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
} as const

export const rateForm = z
  .object({
    office: choice({ zh: '对信访部门', en: 'The petition office' }, scale),
    organ: choice({ zh: '对承办单位', en: 'The organ that answered' }, scale),
    reason: paragraph({
      label: { zh: '意见（不满意请写明）', en: 'Comment (needed when dissatisfied)' },
      max: 2000,
    }).optional(),
    secondFact: secondFact(),
  })
  .refine(form => (form.office !== 'dissatisfied' && form.organ !== 'dissatisfied') || form.reason !== undefined, {
    path: ['reason'],
    error: 'reasonWhenDissatisfied',
  })

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
export const lapseForm = z.object({ deadline: words({ label: { zh: '期限', en: 'Term' }, max: 80, keep: 'log' }) })
export const pullForm = z.object({
  file: words({ label: { zh: '文件编号', en: 'File' }, max: 80, keep: 'log' }),
  reason: paragraph({ label: { zh: '理由', en: 'Reasons' }, max: 2000 }),
  secret: flag({ zh: '涉及国家秘密', en: 'Concerns state secrets' }).optional(),
})
export const wallForm = z.object({
  accusedOrgans: organs({ zh: '须回避的单位', en: 'Organs to wall off' }).optional(),
  accusedPeople: accusedPeople.optional(),
  reason: paragraph({ label: { zh: '理由', en: 'Reasons' }, max: 2000 }),
})
