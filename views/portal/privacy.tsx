import { urls } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { T } from '../parts/words.tsx'

/** What must be told before personal data are asked for (《个人信息保护法》 arts. 17, 30, 35). */
export const PrivacyFacts = (props: { office: Text }) => (
  <Facts
    facts={[
      {
        key: { zh: '谁来处理', en: 'Who' },
        value: (
          <T
            zh={`${props.office.zh}，以及依法承办您的事项的机关、单位；联系方式：到该局接待场所，或者书面寄送该局`}
            en={`${props.office.en}, and the organs that handle your matter by law; reach it at its reception or by letter`}
          />
        ),
      },
      {
        key: { zh: '为什么', en: 'Why' },
        value: (
          <T
            zh="登记、办理、答复您的事项，并让您查询和评价（《信访工作条例》第十九条、第二十一条）；这是法定职责，不以您同意为前提（《个人信息保护法》第十三条）"
            en="To register, handle and answer your matter and let you follow and rate it (Regulations on Petition Work, arts. 19, 21): a duty by law, not resting on consent (Personal Information Protection Law, art. 13)"
          />
        ),
      },
      {
        key: { zh: '哪些信息', en: 'What' },
        value: (
          <T
            zh="您填写的姓名、电话、住址、身份证号码（可不填），以及您反映的内容和附件；身份证号码和反映内容按敏感个人信息保护"
            en="The name, telephone, address and identity number (optional) you give, what you write and attach; identity number and content are protected as sensitive"
          />
        ),
      },
      {
        key: { zh: '怎样保存', en: 'How it is kept' },
        value: (
          <T
            zh="加密保存在境内；没有提交的草稿24小时后删除，提交的按信访档案的期限保存，期满销毁"
            en="Encrypted, within China; drafts go after 24 hours, what is filed is kept as long as petition archives are and then destroyed"
          />
        ),
      },
      {
        key: { zh: '您的权利', en: 'Your rights' },
        value: (
          <T
            zh="查阅、复制、更正、补充您的信息，依法请求删除（第四十五条至第四十七条）；凭编号和查询码查询，或者当面、书面向信访部门提出"
            en="To see, copy, correct and complete your data and to ask for deletion as the law allows (arts. 45–47): with your number and query code, or at the petition office in person or in writing"
          />
        ),
      },
    ]}
  />
)

export const PrivacyPage = (props: { office: Text }) => (
  <div class="prose">
    <PageHead title={{ zh: '隐私说明', en: 'Privacy' }} />
    <PrivacyFacts office={props.office} />
    <h2>
      <T zh="谁能看到" en="Who sees it" />
    </h2>
    <p>
      <T
        zh="只有承办您的事项的机关、单位和依法督办的人员。检举控告的材料和有关情况，不会透露、转给被检举控告的人和单位以及它的下属单位（《信访工作条例》第三十条）。信访事项不公开。"
        en="Only the organs that handle your matter and those who supervise them by law. A report of wrongdoing is never shown or passed to the person or organ it accuses, nor to those below (Regulations on Petition Work, art. 30). Petitions are not published."
      />
    </p>
    <h2>
      <T zh="Cookie" en="Cookies" />
    </h2>
    <p>
      <T
        zh="本站只用必要的Cookie：语言和字号；填写期间的草稿；查询期间的登录（30分钟）。里面没有您的个人信息，也没有统计和广告。"
        en="Only those that are needed: language and type size; the draft you are filling in; your sign-in while you follow a matter (30 minutes). None holds personal data; there is no tracking and no advertising."
      />
    </p>
    <h2>
      <T zh="不要写国家秘密" en="No state secrets" />
    </h2>
    <p>
      <T
        zh="本系统不得存储、处理国家秘密。发现误传的文件会撤下并留下记录。"
        en="This system must not hold state secrets. A file sent by mistake is pulled, and that is recorded."
      />
    </p>
    <h2>
      <T zh="有疑问或者要行使权利" en="Questions, and using your rights" />
    </h2>
    <p>
      <T
        zh="请到本区信访部门当面或者书面提出，也可以在您的信访事项里“补充材料”说明。"
        en="Turn to the district’s petition office in person or in writing, or say so under “Add material” of your matter."
      />{' '}
      <a href={urls.track()}>
        <T zh="查询进度" en="Track your matter" />
      </a>
    </p>
  </div>
)
