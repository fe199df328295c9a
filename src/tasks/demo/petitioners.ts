import type { Chance } from './chance.ts'
import { demoPetitioner } from './cast.ts'

export type Petitioner = { petitioner: string; phone: string; idNumber: string; address: string }

/** Someone who does not exist, with a telephone and an identity number that pass every check. */
export function petitioner(luck: Chance, nth: number): Petitioner {
  const isWangFang = nth % 40 === 0
  return {
    petitioner: isWangFang ? demoPetitioner.name : nameOf(luck),
    phone: `1380000${String(nth).padStart(4, '0')}`,
    idNumber: idNumber(luck, nth),
    address: `望江区${luck.pick(roads)}${luck.between(1, 180)}号${luck.between(1, 6)}单元${luck.between(101, 605)}室`,
  }
}

export const nameOf = (luck: Chance): string => luck.pick(surnames) + luck.pick(givenNames)

/** The area code 990101 belongs to no place. */
function idNumber(luck: Chance, nth: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const born = `${luck.between(1948, 2002)}${two(luck.between(1, 12))}${two(luck.between(1, 28))}`
  const digits = `990101${born}${String(nth % 1000).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0)
  return digits + ('10X98765432'[sum % 11] ?? '')
}

// prettier-ignore
const surnames = ['王', '李', '张', '刘', '杨', '黄', '吴', '徐', '马', '胡', '郭', '何', '罗', '梁', '宋', '郑', '谢', '韩', '曹', '许', '邓', '萧', '程', '蔡', '彭', '潘', '袁', '于', '董', '余'] as const
// prettier-ignore
const givenNames = ['桂英', '建国', '秀兰', '志明', '晓燕', '国庆', '淑珍', '海涛', '玉梅', '长生', '丽华', '永福', '雅琴', '德胜', '春玲', '文斌', '巧云', '立新', '素芬', '春生', '美玲', '大勇', '雪梅', '树林', '小红', '金凤', '宝山', '爱民', '凤霞', '福来'] as const
const roads = ['滨河路', '钟楼街', '柳荫巷', '石桥路', '东岗大街', '棉纺路', '新园路', '望湖道'] as const
