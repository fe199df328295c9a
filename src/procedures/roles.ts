import type { Text } from '../law/words.ts'

/**
 * Who may act. `seat` says in which relation to the case the organ of such a person stands:
 * the office that registered it, the organ that leads it, the organ that reviews it, any assigned organ, or none; whoever
 * signed it, or holds its query code, sits by themselves.
 */
// prettier-ignore
export const roles = {
  petitioner:         { seat: 'party',    title: { zh: '信访人', en: 'petitioner' } },
  deputy:             { seat: 'signer',   title: { zh: '人大代表', en: 'deputy' } },
  member:             { seat: 'signer',   title: { zh: '政协委员', en: 'CPPCC member' } },
  convener:           { seat: 'signer',   title: { zh: '代表团、界别等召集人', en: 'convener' } },
  clerk:              { seat: 'office',   title: { zh: '受理部门经办人', en: 'clerk of the office' } },
  chief:              { seat: 'office',   title: { zh: '受理部门负责人', en: 'head of the office' } },
  handler:            { seat: 'lead',     title: { zh: '承办人', en: 'handler' } },
  director:           { seat: 'lead',     title: { zh: '承办单位负责人', en: 'director of the organ' } },
  coHandler:          { seat: 'assigned', title: { zh: '会办单位经办人', en: 'co-handler' } },
  reviewer:           { seat: 'reviewer', title: { zh: '复查复核人', en: 'reviewer' } },
  supervisor:         { seat: 'none',     title: { zh: '督查员', en: 'supervisor' } },
  leader:             { seat: 'none',     title: { zh: '区领导', en: 'district leader' } },
  statistician:       { seat: 'none',     title: { zh: '统计员', en: 'statistician' } },
  'system-admin':     { seat: 'none',     title: { zh: '系统管理员', en: 'system administrator' } },
  'unit-admin':       { seat: 'none',     title: { zh: '单位管理员', en: 'unit administrator' } },
  'security-auditor': { seat: 'none',     title: { zh: '安全审计员', en: 'security auditor' } },
  system:             { seat: 'none',     title: { zh: '系统', en: 'system' } },
} as const satisfies Record<string, { seat: Seat; title: Text }>

export type Role = keyof typeof roles
export type Seat = 'party' | 'signer' | 'office' | 'lead' | 'reviewer' | 'assigned' | 'none'

export const isRole = (word: string): word is Role => Object.hasOwn(roles, word)
