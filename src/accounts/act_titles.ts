import type { Text } from '../law/words.ts'
import { editions } from '../procedures/registry.ts'

/** How the auditor reads a stream and an act. */
export const streams: Readonly<Record<string, Text>> = {
  security: { zh: '登录与账号安全', en: 'Signing in and accounts' },
  people: { zh: '人员', en: 'People' },
  organs: { zh: '单位', en: 'Organs' },
  parameters: { zh: '参数', en: 'Parameters' },
  sessions: { zh: '届次', en: 'Sessions' },
  calendar: { zh: '日历', en: 'Calendar' },
  categories: { zh: '类别', en: 'Categories' },
  erasures: { zh: '个人信息删除', en: 'Erasures of persons' },
}

/** An act of a case by its procedure's word for it, one of the house by ours. */
export function sayAct(stream: string, act: string): Text | string {
  const ofCase = stream.startsWith('case:') ? editions.findLast(({ acts }) => Object.hasOwn(acts, act)) : undefined
  return ofCase?.acts[act]?.title ?? titles[act] ?? act
}

// prettier-ignore
const titles: Readonly<Record<string, Text>> = {
  signIn:            { zh: '登录', en: 'Signed in' },
  failSignIn:        { zh: '登录失败', en: 'Failed to sign in' },
  lock:              { zh: '账号锁定', en: 'Account locked' },
  signOut:           { zh: '退出', en: 'Signed out' },
  signOutEverywhere: { zh: '退出所有设备', en: 'Signed out everywhere' },
  changePassword:    { zh: '修改密码', en: 'Password changed' },
  resetPassword:     { zh: '重置密码', en: 'Password reset' },
  unlock:            { zh: '解锁', en: 'Unlocked' },
  addToken:          { zh: '发放接口令牌', en: 'API token made' },
  offerSetup:        { zh: '生成初始化链接', en: 'Set-up link made' },
  useSetup:          { zh: '使用初始化链接', en: 'Set-up link used' },
  addPerson:         { zh: '添加人员', en: 'Person added' },
  changePerson:      { zh: '变更人员', en: 'Person changed' },
  addOrgan:          { zh: '新设单位', en: 'Organ added' },
  renameOrgan:       { zh: '单位更名', en: 'Organ renamed' },
  moveOrgan:         { zh: '调整隶属', en: 'Organ moved' },
  empowerOrgan:      { zh: '认定检举控告办理权限', en: 'Power over accusations set' },
  closeOrgan:        { zh: '撤销单位', en: 'Organ closed' },
  setParameter:      { zh: '变更参数', en: 'Parameter changed' },
  openSession:       { zh: '开新届次', en: 'Session opened' },
  renameSession:     { zh: '届次更名', en: 'Session renamed' },
  setRule:           { zh: '变更届次规则', en: 'Rule of a session changed' },
  announceYear:      { zh: '录入放假安排', en: 'Holidays loaded' },
  addCalendarDays:   { zh: '录入本地日', en: 'Local day loaded' },
  addCategory:       { zh: '添加类别', en: 'Category added' },
  orderErasure:      { zh: '决定删除个人信息', en: 'Erasure ordered' },
  withdrawErasure:   { zh: '撤销删除决定', en: 'Order to erase taken back' },
  erase:             { zh: '删除个人信息', en: 'Person erased' },
  offerCategory:     { zh: '启停类别', en: 'Category offered or not' },
}
