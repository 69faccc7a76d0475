import type { Article, ArticlesRead } from '../article.ts';
import type { MarkOutcome, ReportOutcome } from '../source-outcome.ts';
import type { Supplier } from '../supplier.ts';
import { kinds, list, maybe, members, table, text } from './read.ts';
import { problems } from './read-snapshot.ts';

const status = { status: text };

export const readReportOutcome = kinds<ReportOutcome>({
  reported: { ...status, followUntil: maybe(text) },
  already: status,
  'moved on': status,
  'not wanted': { why: text },
  wait: { until: text },
  gone: {},
});

export const readMarkOutcome = kinds<MarkOutcome>({
  marked: status,
  already: status,
  'moved on': status,
  'not wanted': {},
  gone: {},
});

const supplier = members<Supplier>({
  number: text,
  name: text,
  address: maybe(text),
  address2: maybe(text),
  address3: maybe(text),
  postCode: maybe(text),
  city: maybe(text),
  countryCode: maybe(text),
});

const article = members<Article>({
  productCode: text,
  articleNumber: text,
  name: maybe(text),
  description: maybe(text),
  barCode: maybe(text),
  weightKg: maybe(text),
  customsNumber: maybe(text),
  supplier: maybe(supplier),
  extra: maybe(table(text)),
});

export const readArticlesRead = members<ArticlesRead>({
  articles: list(article),
  faults: problems,
});
