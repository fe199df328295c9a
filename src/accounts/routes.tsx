import { Hono } from 'hono'
import type { Env } from '../http/context.ts'
import { overview } from './admin_routes.tsx'
import { calendar } from './calendar_routes.tsx'
import { categories } from './category_routes.tsx'
import { organs } from './organ_routes.tsx'
import { parameters } from './parameter_routes.tsx'
import { password } from './password_routes.tsx'
import { people } from './people_routes.tsx'
import { rules } from './rule_routes.tsx'
import { security } from './security_routes.tsx'
import { setup } from './setup_routes.tsx'
import { signIn } from './sign_in_routes.tsx'
import { terms } from './term_routes.tsx'

export const routes = new Hono<Env>()
  .route('/', signIn)
  .route('/', password)
  .route('/', setup)
  .route('/', overview)
  .route('/', people)
  .route('/', organs)
  .route('/', calendar)
  .route('/', parameters)
  .route('/', terms)
  .route('/', rules)
  .route('/', categories)
  .route('/', security)
