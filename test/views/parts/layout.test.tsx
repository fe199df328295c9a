import { expect, test } from 'vitest'
import { Layout } from '../../../views/layout.tsx'
import { hostile } from './say.tsx'

const page = { title: { zh: '待办', en: 'Queues' }, path: '/queues?q=水', district: '临江区', children: '正文' }
const office = { ...page, person: { name: '李明', organ: '区信访局' }, unread: 3, keys: true }

test('the document names its language', () => {
  expect(String(<Layout {...page} lang="zh" />)).toMatch(/^<!DOCTYPE html><html lang="zh-CN"/)
  expect(String(<Layout {...page} lang="en" />)).toContain('<html lang="en"')
})

test('nothing inline and nothing from elsewhere: the security policy allows neither', () => {
  const html = String(<Layout {...office} lang="zh" larger />)
  expect(html).not.toMatch(/\sstyle=|<style|\son\w+=|<script(?![^>]*src="\/)|(?:src|href)="(?!\/|#)/)
})

test('the preference forms come back to this page', () => {
  const html = String(<Layout {...page} lang="zh" />)
  expect(html).toContain('<form class="preference" method="post" action="/preferences">')
  expect(html).toContain('name="back" value="/queues?q=水"')
  expect(html).toContain('name="lang" value="en" lang="en">English')
  expect(html).toContain('name="type" value="larger">大字版')
})

test('someone signed in sees their name, what is unread, and the way out', () => {
  const html = String(<Layout {...office} lang="en" />)
  expect(html).toContain('区信访局 李明')
  expect(html).toContain('3 unread')
  expect(html).toContain('action="/logout"')
})

test('a citizen is offered no sign-out and no shortcuts', () => {
  const html = String(<Layout {...page} lang="zh" />)
  expect(html).not.toContain('/logout')
  expect(html).not.toContain('快捷键')
})

test('names are escaped', () => {
  const html = String(<Layout {...page} lang="zh" title={hostile} district={hostile} person={{ name: hostile }} />)
  expect(html).not.toContain(`<script>alert`)
})
