import type { MotionText } from '../../motions/motion.ts'

/** Proposals on the matter of another, by the title of the one they are merged into. */
export const proposalsMerged: readonly { motion: MotionText; into: string }[] = [
  {
    motion: {
      title: '关于加强城区窨井盖安全管理的提案',
      situation:
        '新园路、东岗大街的窨井盖松动异响，夜间车辆碾过居民睡不好觉。上月一名骑车人因井盖翘起摔伤，报修三天才有人来，来了又说不归自己管。',
      advice: '1.公布井盖报修电话并实行首问负责；2.对车行道井盖加装防响胶圈；3.破损井盖两小时内围挡。',
      field: 'city',
    },
    into: '关于治理窨井盖病害的提案',
  },
  {
    motion: {
      title: '关于保障学生食堂食品安全的提案',
      situation:
        '家长代表进校检查食堂多在事先通知之后，看到的与平时不一样。供货商由谁选定、食材价格多少，家长无从知道，个别学校一学期换三家供货商也不说明原因。',
      advice: '1.食堂后厨画面向家长开放；2.公开供货商和进货价格；3.家长可不打招呼进校检查。',
      field: 'education-culture',
    },
    into: '关于建设学校食堂阳光监督平台的提案',
  },
  {
    motion: {
      title: '关于化解政府和国有企业拖欠中小企业账款的提案',
      situation:
        '我们联系的五家建材和印刷企业，账款被拖欠一年至三年不等，合计三百余万元。企业担心得罪采购单位，不敢起诉，只能靠贷款周转，利息越背越重。',
      advice: '1.设立不署名的欠款登记渠道；2.对小额欠款先行清偿；3.将拖欠情况纳入单位考核。',
      field: 'economy',
    },
    into: '关于优化民营企业账款清欠机制的提案',
  },
]
