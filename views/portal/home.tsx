import { urls } from '../../src/http/urls.ts'
import { PageHead } from '../parts/page-head.tsx'
import { T } from '../parts/words.tsx'

/** Two things a citizen comes for, and what the law promises in between. */
export const HomePage = () => (
  <>
    <PageHead
      title={{ zh: '有话说，有回音', en: 'Say it, and be answered' }}
      lead={{
        zh: '向本区提出信访事项，并看着它一步一步办到有结果。',
        en: 'Bring a matter to the district, and follow it step by step to its result.',
      }}
    />
    <ul class="choices-list">
      <li>
        <a href={urls.file()}>
          <T zh="我要反映" en="File a matter" />
        </a>
        <p>
          <T
            zh="请求、建议、检举控告。不需要注册，大约十分钟。"
            en="A request, a suggestion, a report of wrongdoing. No account, about ten minutes."
          />
        </p>
      </li>
      <li>
        <a href={urls.track()}>
          <T zh="查询进度" en="Track a matter" />
        </a>
        <p>
          <T
            zh="凭编号和查询码，看到哪一步、谁在办、什么时候到期，也可以补充、评价。"
            en="With your number and query code: where it stands, who has it and until when. You can add to it and rate it."
          />
        </p>
      </li>
    </ul>
    <Promises />
    <p>
      <a href={urls.published()}>
        <T zh="公开的答复" en="Published answers" />
      </a>
      {' · '}
      <a href={urls.login()}>
        <T zh="工作人员登录" en="Staff sign-in" />
      </a>
    </p>
  </>
)

const Promises = () => (
  <section>
    <h2>
      <T zh="提出以后，法律规定" en="What the law promises" />
    </h2>
    <ol>
      <li>
        <T
          zh="15日内登记，并转送有权处理的机关、单位或者告知您（《信访工作条例》第二十二条）。"
          en="Within 15 days it is registered and sent to the competent organ, or you are told (Regulations on Petition Work, art. 22)."
        />
      </li>
      <li>
        <T
          zh="承办单位收到后15日内，书面告知是否受理（第二十三条）。"
          en="Within 15 days of receiving it the organ tells you in writing whether it is accepted (art. 23)."
        />
      </li>
      <li>
        <T
          zh="申诉求决类自受理之日起60日内办结，复杂的经批准可以延长，不超过30日（第三十四条）。"
          en="An appeal is answered within 60 days of acceptance; a complex one may be extended once by up to 30 (art. 34)."
        />
      </li>
      <li>
        <T
          zh="不服处理意见的，30日内可以请求复查；不服复查意见的，再申请复核（第三十五条、第三十六条）。"
          en="If you disagree you may request a review within 30 days, and then a re-review (arts. 35, 36)."
        />
      </li>
    </ol>
    <p>
      <a href={urls.law('petition')}>
        <T zh="信访怎样办理，每一步的依据" en="How a petition is handled, article by article" />
      </a>
    </p>
  </section>
)
