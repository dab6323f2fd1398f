-- zh: 数字对不上的报告：勾稽关系与核对的发现
-- en: Reports whose figures do not agree: findings of the checks
-- param: year integer | 报告年度 | report year
-- param: body text | 机关名称或其一部分 | body name or a part of it
-- param: status text = fail {fail, uncertain, not_assessable} | 发现的性质 | status of the finding
-- param: rule text | 规则编号，如 I1 | id of the rule, like I1
-- column: report_id | 报告 | report
-- column: body | 机关 | body
-- column: year | 年度 | year
-- column: rule | 规则 | rule
-- column: status | 性质 | status
-- column: left_value | 左边 | left side
-- column: right_value | 右边 | right side
-- column: cells | 涉及的格 | cells
-- column: message | 说明 | message
select
  f.report_id as report_id,
  f.body as body,
  f.year as year,
  f.rule as rule,
  f.status as status,
  f.left_value as left_value,
  f.right_value as right_value,
  f.cells as cells,
  f.message as message
from findings as f
where f.status = :status
  and (:rule is null or f.rule = :rule)
  and (:year is null or f.year = :year)
  and (:body is null or instr(f.body, :body) > 0)
order by f.year desc, coalesce(f.body, ''), f.report_id, f.rule, coalesce(f.cells, ''), f.message;
-- when empty:
with chosen as (
  select
    r.report_id,
    (select count(*) from findings as f where f.report_id = r.report_id and f.status = 'not_assessable') as unknown
  from reports as r
  where (:year is null or r.year = :year) and (:body is null or instr(r.body, :body) > 0)
)
select
  printf('没有这样的发现：共 %d 份报告，其中 %d 份有因缺数而无法核对的关系。',
         count(*), count(*) filter (where unknown > 0)) as zh,
  printf('No such finding: %d reports, %d of them with relations that could not be checked for want of figures.',
         count(*), count(*) filter (where unknown > 0)) as en
from chosen;
