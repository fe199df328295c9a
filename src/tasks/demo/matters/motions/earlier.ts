import type { Fate } from '../../motions/fate.ts'
import type { Motion } from '../../motions/motion.ts'
import type { MotionKind } from '../../motions/step.ts'

/** What the session before has left: promises still running or overdue, some kept at last; two were withdrawn. */
export const earlierMotions: readonly { kind: MotionKind; motion: Motion; fate: Fate; ago: number }[] = [
  {
    kind: 'deputy-suggestion',
    ago: 605,
    fate: { promise: 'going' },
    motion: {
      title: '关于贯通滨河绿道断点的建议',
      situation:
        '滨河绿道在货运码头旧址和水厂取水口两处断开，市民骑行须绕行车行道。节假日人车混行，去年发生剐蹭十一起。',
      advice: '1.在两处断点架设栈桥；2.断点贯通前设临时引导。',
      field: 'city',
      lead: 'housing-bureau',
      result: 'promised',
      answer:
        '两处断点均已完成测量。货运码头旧址段权属清楚，可以先行架设栈桥；取水口段须避让水源保护区，线路另行比选。临时引导牌已设十四块。',
      promise: '完成滨河绿道两处断点贯通。',
      contact: '与代表沿绿道走访，逐一确认断点位置。',
    },
  },
  {
    kind: 'deputy-suggestion',
    ago: 598,
    fate: { promise: 'overdue' },
    motion: {
      title: '关于更换南窑镇老旧供水管的建议',
      situation: '南窑镇三个村的供水管使用超过二十五年，漏损近四成，夏季用水高峰顶楼没有水，村民常年备桶接水。',
      advice: '1.分段更换主管；2.村口设分区计量；3.公布抢修电话。',
      field: 'agriculture',
      lead: 'water-bureau',
      coHandlers: ['nanyao-town'],
      result: 'promised',
      answer:
        '经检测，三个村共有六点八公里主管需要更换，第一段一点五公里已经开工。分区计量表箱已经装好九处。抢修电话已在村口公布。',
      promise: '完成三个村六点八公里主管更换。',
      opinions: ['我镇负责协调占地和青苗补偿，已与四十二户签订协议。'],
      contact: '在渡口村村委会与代表和村民代表座谈。',
    },
  },
  {
    kind: 'deputy-suggestion',
    ago: 590,
    fate: { promise: 'keptLate' },
    motion: {
      title: '关于在钟楼片区增加社区食堂的建议',
      situation: '钟楼片区六十岁以上老人占三成，最近的助餐点要走二十五分钟，独居老人常常一顿饭吃两顿。',
      advice: '1.利用闲置门面设助餐点；2.对高龄老人送餐上门。',
      field: 'civil-affairs',
      lead: 'civil-affairs-bureau',
      result: 'promised',
      answer:
        '已在钟楼街选定两处闲置门面，正在办理消防和食品经营手续。高龄老人送餐先由现有助餐点承担，每日四十余份。收费标准已经公示。',
      promise: '两处社区食堂开餐。',
      evidence: '两处食堂的食品经营许可证和开餐首周的就餐记录。',
      contact: '与代表实地比选门面三处。',
    },
  },
  {
    kind: 'deputy-suggestion',
    ago: 596,
    fate: { isWithdrawn: true },
    motion: {
      title: '关于修复石桥路破损路面的建议',
      situation: '石桥路与柳荫巷口路面坑洼三处，雨天积水，骑车人夜间多次摔倒，社区反映后一直没有修。',
      advice: '1.修补路面；2.疏通雨水口。',
      field: 'city',
      lead: 'housing-bureau',
      result: 'solved',
      answer: '已经修复。',
      contact: '电话联系代表。',
    },
  },
  {
    kind: 'cppcc-proposal',
    ago: 612,
    fate: { promise: 'kept', isRatedShort: true },
    motion: {
      title: '关于建设职工法律援助工作站的提案',
      situation: '东岗片区小微企业集中，职工遇到欠薪、工伤不知道找谁，两年间有一百余人因超过时效没有得到支持。',
      advice: '1.在东岗设工作站；2.每周固定律师值班。',
      field: 'law',
      lead: 'justice-bureau',
      result: 'promised',
      answer:
        '工作站选址已与东岗街道商定，值班律师名单已经排定。开站以前由街道公共法律服务室代为受理，已接待咨询六十三人次。',
      promise: '东岗职工法律援助工作站挂牌接待。',
      evidence: '工作站挂牌照片、值班表和首月接待登记。',
      contact: '与提案人到东岗街道走访企业三家。',
    },
  },
  {
    kind: 'cppcc-proposal',
    ago: 604,
    fate: { promise: 'running', isRatedShort: true },
    motion: {
      title: '关于保护青坪镇古驿道的提案',
      situation: '青坪镇古驿道现存四段，石板被挪作他用，路基被雨水冲毁两处，没有保护标志，也没有人巡查。',
      advice: '1.公布为文物保护单位；2.抢修路基；3.聘请巡查员。',
      field: 'education-culture',
      lead: 'culture-tourism-bureau',
      coHandlers: ['qingping-town'],
      result: 'promised',
      answer:
        '四段驿道已完成测绘并设立标志，两处路基临时加固。文物保护单位的申报材料已经上报。巡查员已聘四人，每周巡查一次。',
      promise: '完成两处路基的修缮并通过验收。',
      opinions: ['我镇已劝回被挪用的石板三百一十块，存放在村委会。'],
      contact: '与提案人徒步查看四段驿道。',
    },
  },
  {
    kind: 'cppcc-proposal',
    ago: 596,
    fate: { isRatedShort: true },
    motion: {
      title: '关于开通就医专线公交的提案',
      situation: '望湖片区居民到区人民医院须换乘两次，单程超过一小时，老人和带孩子的家长尤其不便。',
      advice: '1.开通望湖至区人民医院专线；2.班次与门诊时间衔接。',
      field: 'transport',
      lead: 'transport-bureau',
      result: 'solved',
      answer: '专线已经开通，全程二十六分钟，早高峰每十五分钟一班，末班与急诊交接班衔接。日均乘客四百余人次。',
      evidence: '线路批复文件和首月客流统计。',
      contact: '与提案人乘车试走两条备选线路。',
    },
  },
  {
    kind: 'cppcc-proposal',
    ago: 588,
    fate: { isWithdrawn: true },
    motion: {
      title: '关于补种东岗大街行道树的提案',
      situation: '东岗大街改造后缺行道树四十余株，树池里堆着建筑垃圾，夏季候车没有遮阴。',
      advice: '1.清理树池；2.在适宜的季节补种。',
      field: 'environment',
      lead: 'urban-management-bureau',
      result: 'solved',
      answer: '已经补种。',
      contact: '电话联系提案人。',
    },
  },
]
