import { z } from 'zod'
import { words } from '../procedures/fields.ts'

const ask = (zh: string, en: string, max = 80) => words({ label: { zh, en }, max, keep: 'log' })

/** The password is read apart: it is never trimmed and never shown again. */
export const firstPersonForm = z.object({
  name: ask('姓名', 'Name', 60),
  login: ask('登录名', 'Login', 40),
})

export const districtForm = z.object({
  governmentZh: ask('本级人民政府中文名称', 'Government, in Chinese'),
  governmentEn: ask('本级人民政府英文名称', 'Government, in English', 120),
  officeZh: ask('信访部门中文名称', 'Petition office, in Chinese'),
  officeEn: ask('信访部门英文名称', 'Petition office, in English', 120),
  superiorZh: ask('上级信访部门中文名称', 'Superior petition office, in Chinese').optional(),
  superiorEn: ask('上级信访部门英文名称', 'Superior petition office, in English', 120).optional(),
  ...firstPersonForm.shape,
})
