import type { Text } from '../law/words.ts'

/** What an act means for the person who does it, before they fill in anything. */
export const leadOf = (act: string): Text | undefined => leads[act]

// prettier-ignore
const leads: Readonly<Record<string, Text | undefined>> = {
  rate: { zh: '信访部门和承办单位分别评价，一件评价一次。', en: 'The petition office and the organ are rated apart; a matter is rated once.' },
  agree: { zh: '同意以后不再申请复查、复核，本件进入办结。', en: 'Once you agree you no longer ask for a review, and the matter is closed.' },
  requestReview: { zh: '由作出处理意见的机关的上一级机关复查，三十日内提出意见。', en: 'The organ one level above reviews the opinion, within thirty days.' },
  requestReReview: { zh: '由复查机关的上一级机关复核，三十日内提出意见；复核以后，同一事实和理由不再受理。', en: 'The organ one level above the reviewer re-reviews it within thirty days; after that the same facts and grounds are not accepted again.' },
  withdraw: { zh: '撤回以后本件不再办理。', en: 'Once withdrawn, the matter is no longer handled.' },
  requestRecusal: { zh: '工作人员与您的事项有利害关系的，您可以申请他回避。由他所在机关的负责人决定，决定会写在办理经过里。', en: 'If an official has an interest in your matter you may ask that they stand aside. The head of their organ decides, and the decision is shown under what has happened.' },
  authoriseAgent: { zh: '代理人可以替您与承办单位联系。请附授权委托书的照片；工作人员会核对代理人的证件。', en: 'An agent may deal with the organ for you. Attach a photograph of the power of attorney; the agent’s own document is checked.' },
  endAgency: { zh: '提交以后，代理人不再替您办理；承办单位直接与您联系。', en: 'From then on the agent no longer acts for you; the organ turns to you directly.' },
  changeContact: { zh: '只填要变更的。新的电话和住址只用于本件，加密保存；原来的不再使用。', en: 'Fill in only what changes. The new telephone and address are used for this matter only and kept encrypted; the old ones are no longer used.' },
}
