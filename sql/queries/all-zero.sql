-- zh: 零报告：申请和复议诉讼两表齐全、每个数都是零的报告
-- en: All-zero reports: both tables are there, and every figure of requests and disputes is zero
-- param: year integer | 报告年度 | report year
-- param: body text | 机关名称或其一部分 | body name or a part of it
-- column: report_id | 报告 | report
-- column: body | 机关 | body
-- column: year | 年度 | year
-- column: figures | 数字个数 | figures
-- column: source | 文件 | file
select
  r.report_id as report_id,
  r.body as body,
  r.year as year,
  (
    select
      sum((q.natural_person is not null) + (q.business is not null) + (q.research_institution is not null)
          + (q.social_organization is not null) + (q.legal_service is not null)
          + (q.other_organization is not null) + (q.total is not null))
    from requests as q where q.report_id = r.report_id
  ) + (
    select
      sum((d.upheld is not null) + (d.corrected is not null) + (d.other is not null) + (d.pending is not null)
          + (d.total is not null))
    from disputes as d where d.report_id = r.report_id
  ) as figures,
  r.source as source
from reports as r
where (:year is null or r.year = :year)
  and (:body is null or instr(r.body, :body) > 0)
  and not exists (
    select 1 from disputes as d
    where d.report_id = r.report_id
      and (d.total <> 0 or d.upheld <> 0 or d.corrected <> 0 or d.other <> 0 or d.pending <> 0)
  )
  and not exists (
    select 1 from requests as q
    where q.report_id = r.report_id
      and (q.total <> 0 or q.natural_person <> 0 or q.business <> 0 or q.research_institution <> 0
           or q.social_organization <> 0 or q.legal_service <> 0 or q.other_organization <> 0)
  )
  and exists (
    select 1 from requests as q
    where q.report_id = r.report_id
      and coalesce(q.total, q.natural_person, q.business, q.research_institution, q.social_organization,
                   q.legal_service, q.other_organization) is not null
  )
  and exists (
    select 1 from disputes as d
    where d.report_id = r.report_id
      and coalesce(d.total, d.upheld, d.corrected, d.other, d.pending) is not null
  )
  -- a number with a fraction is no column's value, but it has a note
  and not exists (
    select 1 from cell_note as n
    where n.report_id = r.report_id and n.table_id in (2, 3) and n.mantissa <> 0
  )
  -- nor can a row whose values could not be told apart be called zero
  and not exists (
    select 1 from findings as f
    where f.report_id = r.report_id and f.rule in ('row_not_determinable', 'columns_out_of_order', 'copies_differ')
  )
order by r.year desc, coalesce(r.body, ''), r.report_id;
-- when empty:
with said as (
  select
    r.report_id,
    exists (select 1 from requests as q where q.report_id = r.report_id and q.total is not null)
      and exists (select 1 from disputes as d where d.report_id = r.report_id and d.total is not null) as both_tables
  from reports as r
  where (:year is null or r.year = :year) and (:body is null or instr(r.body, :body) > 0)
)
select
  printf('没有零报告：共 %d 份报告，%d 份两表都有数字，其中都有不为零的数；%d 份缺表或没有数字，不作判断。',
         count(*), coalesce(sum(both_tables), 0), count(*) - coalesce(sum(both_tables), 0)) as zh,
  printf('No report is all zero: of %d, %d have figures in both tables and some that are not zero; %d lack a table or figures.',
         count(*), coalesce(sum(both_tables), 0), count(*) - coalesce(sum(both_tables), 0)) as en
from said;
