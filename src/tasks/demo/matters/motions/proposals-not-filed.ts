import type { NotFiledProposal } from '../../motions/motion.ts'

/** Proposals that the review does not file, and that go on as letters of opinion. */
export const proposalsNotFiled: readonly NotFiledProposal[] = [
  {
    title: '关于解决本人家庭房屋登记问题的提案',
    situation:
      '本人家住滨河街道，十二年前购买的住房因原开发单位注销，至今未办理不动产登记。多次向窗口咨询，均答复材料不全，影响子女落户。',
    advice: '1.请主管部门派专人核查本户购房材料；2.为本户补办不动产登记。',
    field: 'civil-affairs',
    ground: 7,
  },
  {
    title: '关于在全区学校推广“启智星”学习平板的提案',
    situation:
      '“启智星”学习平板集同步课程和错题分析于一体，在外地使用效果良好。我区学校信息化设备型号不一，教师使用不便。',
    advice: '1.由教育部门统一采购“启智星”学习平板；2.在小学四年级以上班级全面使用；3.组织家长参加产品体验会。',
    field: 'education-culture',
    ground: 8,
  },
  {
    title: '关于进一步提高城市管理水平的提案',
    situation:
      '近年来我区城市面貌明显变化，但与群众期望相比仍有差距。城市管理是一项系统工程，需要各方面高度重视、共同努力。',
    advice: '1.提高思想认识；2.加强组织领导；3.形成工作合力。',
    field: 'city',
    ground: 10,
  },
]
