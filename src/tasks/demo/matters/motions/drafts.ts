import type { MotionText } from '../../motions/motion.ts'
import type { MotionKind } from '../../motions/step.ts'

/** What never came to be handled: drafts still looking for signatures, one given up, and one treated as a letter. */
export const unhandledMotions: readonly {
  kind: MotionKind
  motion: MotionText
  ends: 'open' | 'discarded' | 'asLetter'
  ago: number
}[] = [
  {
    kind: 'deputy-suggestion',
    ends: 'open',
    ago: 3,
    motion: {
      title: '关于在南窑镇增设冬季流动门诊的建议',
      situation: '南窑镇四个村冬季道路结冰，老人到镇卫生院取慢性病药要走一个多小时，去年有三位老人因此断药。',
      advice: '1.每周到村设流动门诊；2.慢性病药可以一次开一个月；3.公布到村的日期。',
      field: 'health',
    },
  },
  {
    kind: 'deputy-suggestion',
    ends: 'open',
    ago: 1,
    motion: {
      title: '关于规范社区团购自提点的建议',
      situation: '小区单元门口堆放团购货箱，占用消防通道，冷冻食品露天存放两三个小时，出了问题找不到责任人。',
      advice: '1.划定自提点位置；2.自提点备案并公示负责人；3.配备冷藏设备。',
      field: 'economy',
    },
  },
  {
    kind: 'cppcc-proposal',
    ends: 'open',
    ago: 2,
    motion: {
      title: '关于支持老字号手工作坊传承的提案',
      situation: '钟楼街老字号手工作坊由三十一家减到十二家，传承人平均年龄六十三岁，学徒留不住，房租三年涨了一半。',
      advice: '1.对传承人带徒给予补助；2.划出一段街面减免租金；3.与职业学校合办学徒班。',
      field: 'economy',
    },
  },
  {
    kind: 'deputy-suggestion',
    ends: 'discarded',
    ago: 120,
    motion: {
      title: '关于调整滨河路公交站位的建议',
      situation: '滨河路公交站设在弯道内侧，车辆进站遮挡视线，晚高峰时有行人从车头前横穿。',
      advice: '1.将站位后移六十米；2.增设护栏。',
      field: 'transport',
    },
  },
  {
    kind: 'cppcc-proposal',
    ends: 'discarded',
    ago: 200,
    motion: {
      title: '关于增设望湖道夜间照明的提案',
      situation: '望湖道步道夜间没有照明，散步的居民用手电照路，入秋以后基本没有人走。',
      advice: '1.加装太阳能路灯；2.与绿道统一管护。',
      field: 'city',
    },
  },
  {
    kind: 'deputy-suggestion',
    ends: 'asLetter',
    ago: 308,
    motion: {
      title: '关于尽快判决某建材货款纠纷的建议',
      situation: '选民反映一起建材货款纠纷开庭已过四个月没有判决，家庭生活受到影响，请求帮助催促。',
      advice: '1.请法院尽快作出判决；2.向当事人说明进展。',
      field: 'law',
    },
  },
]
