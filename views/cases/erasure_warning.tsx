import { Notice } from '../parts/notice.tsx'
import { T } from '../parts/words.tsx'

/** What an erasure destroys and what stays; undefined where texts and files are still to be decided on. */
export const WhatGoes = ({ words }: { words?: boolean }) => (
  <Notice tone="warning" title={{ zh: '删除后不能恢复', en: 'This cannot be undone' }}>
    <p>
      <T
        zh="将销毁：当事人的姓名、电话、证件号码、住址，连同打开它们的密钥；之后任何人按姓名、电话都查不到该案。"
        en="Destroyed: the person’s name, telephone, identity number and address, with the key that opens them; nobody will find the case by them again."
      />
    </p>
    {words !== false && (
      <p>
        {words === undefined && <T zh="选择一并删除的，还有：" en="If you choose so, also: " />}
        <T
          zh="案件的标题、正文、各环节填写的文字和全部附件。"
          en="the title and texts of the case, what was written at every step, and all files."
        />
      </p>
    )}
    <p>
      <T
        zh="仍然保留：案件编号、办理经过的各步和日期、期限、统计数字，以及这次删除的记录。"
        en="What stays: the number of the case, its acts and their days, its deadlines, every figure, and the record of this erasure."
      />
    </p>
  </Notice>
)
