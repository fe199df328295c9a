import { urls } from '../../src/http/urls.ts'
import type { Text } from '../../src/law/words.ts'
import { Button } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import { BackLink, PageHead } from '../parts/page-head.tsx'
import { T } from '../parts/words.tsx'
import { NoSecrets } from './filing.tsx'
import { PrivacyFacts } from './privacy.tsx'

/** Before anything personal is asked: who keeps it, why and how long (《个人信息保护法》 art. 17), and no secrets. */
export const StartPage = (props: { procedure: { id: string; title: Text }; office: Text }) => (
  <>
    <BackLink href={urls.file()} />
    <PageHead
      title={{ zh: '填写之前，请先看一看', en: 'Before you begin' }}
      lead={{
        zh: '这里没有什么需要您同意的：依法办理信访事项，必须处理下面这些信息。',
        en: 'There is nothing to consent to: handling your matter by law needs the information below.',
      }}
    />
    <NoSecrets />
    <section>
      <h2>
        <T zh="您的个人信息怎样处理" en="What happens to your personal data" />
      </h2>
      <PrivacyFacts office={props.office} />
      <p>
        <a href={urls.privacy()}>
          <T zh="隐私说明全文" en="The whole privacy notice" />
        </a>
      </p>
    </section>
    <section>
      <h2>
        <T zh="请您知道" en="Good to know" />
      </h2>
      <ul>
        <li>
          <T
            zh="同一件事已经受理、还在办理期限内的，不必再提出（《信访工作条例》第十九条）。"
            en="A matter that is accepted and within its term need not be filed again (Regulations on Petition Work, art. 19)."
          />
        </li>
        <li>
          <T
            zh="请如实反映。捏造、歪曲事实，诬告陷害他人，要承担法律责任（第四十七条）。"
            en="Tell the truth: inventing facts or falsely accusing others has consequences in law (art. 47)."
          />
        </li>
        <li>
          <T
            zh="检举控告不会交给被检举控告的单位和人（第三十条）。"
            en="A report of wrongdoing never goes to whom it accuses (art. 30)."
          />
        </li>
      </ul>
    </section>
    <Form action={urls.fileStep(props.procedure.id, 'start')} plain>
      <Button>
        <T zh="我知道了，开始填写" en="Understood, begin" />
      </Button>
    </Form>
  </>
)
