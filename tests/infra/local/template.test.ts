// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how Fn::Sub is written
import { describe, expect, test } from 'vitest'
import { deploymentOrder, type Known, resolve } from '../../../infra/local/template.ts'

const known: Known = {
  resources: new Map([['Queue', { ref: 'http://queue', attributes: { Arn: 'arn:queue', QueueName: 'q' } }]]),
  pseudo: { 'AWS::Region': 'us-east-1' },
}

describe('a part of a template', () => {
  test.each([
    [{ Ref: 'Queue' }, 'http://queue'],
    [{ Ref: 'AWS::Region' }, 'us-east-1'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:queue'],
    [{ 'Fn::GetAtt': 'Queue.QueueName' }, 'q'],
    [{ 'Fn::Join': ['/', ['a', { Ref: 'AWS::Region' }]] }, 'a/us-east-1'],
    [{ 'Fn::Sub': 'in ${AWS::Region}: ${Queue.Arn} ${!literally}' }, 'in us-east-1: arn:queue ${literally}'],
    [{ 'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Queue', 'Arn'] }] }] }, 'queue'],
    [{ keep: [1, { Ref: 'AWS::NoValue' }], drop: { Ref: 'AWS::NoValue' } }, { keep: [1] }],
  ])('%j stands for %j', (part, value) => {
    expect(resolve(part, known)).toEqual(value)
  })

  test.each([
    [{ Ref: 'Missing' }, 'Missing'],
    [{ 'Fn::GetAtt': ['Queue', 'Colour'] }, 'Colour'],
    [{ 'Fn::Transform': {} }, 'Fn::Transform'],
  ])('%j is refused by name', (part, name) => {
    expect(() => resolve(part, known)).toThrow(name)
  })
})

test('resources are deployed after those that they refer to', () => {
  const order = deploymentOrder({
    Mapping: {
      Type: 'M',
      Properties: { Function: { Ref: 'Function' }, Source: { 'Fn::GetAtt': ['Queue', 'Arn'] } },
    },
    Function: { Type: 'F', Properties: { Url: { 'Fn::Sub': '${Queue}' } }, DependsOn: ['Role'] },
    Role: { Type: 'R' },
    Queue: { Type: 'Q' },
  })
  expect(order.indexOf('Queue')).toBeLessThan(order.indexOf('Function'))
  expect(order.indexOf('Role')).toBeLessThan(order.indexOf('Function'))
  expect(order.at(-1)).toBe('Mapping')
})
