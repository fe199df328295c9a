import { z } from 'zod'
import { choice, organs, paragraph, residentId, secondFact, tel, words } from '../fields.ts'
import { accusedPeople, reason } from './shared_fields.ts'

/** Forms about people: who must keep away, who speaks for the petitioner, how the petitioner is reached. */
export const wallForm = z.object({
  accusedOrgans: organs({ zh: '须回避的单位', en: 'Organs to wall off' }).optional(),
  accusedPeople: accusedPeople.optional(),
  reason: paragraph({ label: { zh: '理由', en: 'Reasons' }, max: 2000 }),
})

export const requestRecusalForm = z.object({
  who: words({ label: { zh: '申请谁回避', en: 'Who should be recused' }, max: 300 }),
  reason,
})

// prettier-ignore
const recusalDecision = choice({ zh: '决定', en: 'Decision' }, {
  granted: { zh: '同意回避', en: 'Granted' },
  denied:  { zh: '驳回申请', en: 'Denied' },
})

/** Who is named stands aside: named they must be when it is granted, and only then. */
export const decideRecusalForm = z
  .object({
    decision: recusalDecision,
    accusedPeople: words({
      label: { zh: '回避人员', en: 'Persons recused' },
      hint: { zh: '同意时写姓名，几个人用顿号分开', en: 'When granted: names, separated by commas' },
      max: 300,
    }).optional(),
    reason,
  })
  .refine(({ decision, accusedPeople }) => (decision === 'granted') === (accusedPeople !== undefined), {
    path: ['accusedPeople'],
    error: 'namesWhenGranted',
  })

// prettier-ignore
export const agentForm = z.object({
  agentName: words({ label: { zh: '代理人姓名', en: 'Agent’s name' }, max: 60, keep: 'party' }),
  agentPhone: tel({ zh: '代理人电话', en: 'Agent’s telephone' }),
  relation: choice({ zh: '代理人身份', en: 'Who the agent is' }, {
    relative:  { zh: '近亲属', en: 'Close relative' },
    guardian:  { zh: '监护人', en: 'Guardian' },
    lawyer:    { zh: '律师', en: 'Lawyer' },
    legal:     { zh: '基层法律服务工作者', en: 'Grass-roots legal worker' },
    community: { zh: '村（居）委会或者单位推荐的人', en: 'Recommended by the community or unit' },
  }),
  mandate: choice({ zh: '授权依据', en: 'Authority' }, {
    written: { zh: '授权委托书', en: 'Written power of attorney' },
    legal:   { zh: '法定监护', en: 'Guardianship by law' },
  }),
})

const idNumber = residentId(
  { zh: '核验的居民身份证号码', en: 'Identity number, as on the card shown' },
  { zh: '与登记的号码核对，不另行保存', en: 'Compared with the one on record; not kept' },
  'nowhere',
)

// prettier-ignore
const proof = choice({ zh: '核验的证件', en: 'Document checked' }, {
  card:     { zh: '居民身份证原件', en: 'Original identity card' },
  register: { zh: '户口簿原件', en: 'Original household register' },
  agent:    { zh: '代理人证件和授权委托书', en: 'Agent’s document and power of attorney' },
})

export const renewCodeForm = z.object({ proof, idNumber })

const contact = {
  phone: tel({ zh: '新的联系电话', en: 'New telephone' }).optional(),
  address: words({ label: { zh: '新的住址', en: 'New address' }, max: 200, keep: 'party' }).optional(),
}
const isChange = (form: { phone?: string | undefined; address?: string | undefined }) =>
  form.phone !== undefined || form.address !== undefined
const nothingNew = { path: ['phone'], error: 'nothingNew' }

export const changeContactForm = z.object({ ...contact, secondFact: secondFact() }).refine(isChange, nothingNew)
export const recordContactForm = z.object({ ...contact, proof, idNumber }).refine(isChange, nothingNew)
