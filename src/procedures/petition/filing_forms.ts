import { z } from 'zod'
import { category, count, day, flag, given, list, organs, paragraph, place, residentId, tel, words } from '../fields.ts'
import { accusedPeople, kindChoice, routeChoice } from './shared_fields.ts'

/** What a petition is filed and registered with. */
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
  confidential: flag(
    { zh: '请求对承办单位保密身份', en: 'Keep who I am from the organ that handles it' },
    {
      zh: '保密后，只有信访部门能看到您的姓名和联系方式；您写在标题和正文里的，承办单位会看到',
      en: 'Then only the petition office sees your name and number; what you write in title and text the organ will see',
    },
  ).optional(),
  publicConsent: flag({
    zh: '同意公开办理结果（不含个人信息）',
    en: 'The result may be published, without personal data',
  }).optional(),
  category: category({ zh: '内容分类', en: 'Category' }).optional(),
  place: place(
    { zh: '哪个街道、乡镇的事', en: 'Which street or township it is about' },
    { zh: '不清楚的可以不选', en: 'Leave it if you are not sure' },
  ).optional(),
})

export const registerForm = z
  .object({
    kind: kindChoice,
    route: routeChoice.optional(),
    category: category({ zh: '内容分类', en: 'Category' }).optional(),
    place: place({ zh: '属地（街道、乡镇）', en: 'Street or township' }).optional(),
    postmark: day({ zh: '邮戳日期', en: 'Postmark' }, { zh: '来信填写', en: 'For letters' }).optional(),
    heads: count({ zh: '信访人数', en: 'Number of people' }, 1, 9999).optional(),
    representatives: count({ zh: '代表人数', en: 'Representatives' }, 0, 5, {
      zh: '不得超过五人（第二十条）',
      en: 'Five at most (art. 20)',
    }).optional(),
    representativeNames: list({
      label: { zh: '代表姓名', en: 'Names of the representatives' },
      hint: { zh: '一行一人，不超过五人', en: 'One a line, five at most' },
      max: 5,
      keep: 'party',
    }).optional(),
    urgent: flag(
      { zh: '重大、紧急', en: 'Grave or urgent' },
      { zh: '须立即报告（第二十五条）', en: 'To be reported at once (art. 25)' },
    ).optional(),
    channel: given(),
    filedBy: given(),
    accusedOrgans: organs({ zh: '被反映单位', en: 'Organs reported on' }).optional(),
    accusedPeople: accusedPeople.optional(),
  })
  .refine(form => form.kind !== 'appeal' || form.route !== undefined, { path: ['route'], error: 'routeForAppeal' })
  .refine(form => !isGroupVisit(form) || (form.representatives ?? 0) > 0, {
    path: ['representatives'],
    error: 'representativesForGroup',
  })

/** Art. 20: many people who come with one request choose up to five to speak for them. */
const isGroupVisit = ({ channel, heads, filedBy }: { channel?: Said; heads?: number | undefined; filedBy?: Said }) =>
  channel === 'visit' && (heads ?? Number(filedBy ?? 1)) > 5

type Said = string | undefined
