-- zh: 行政事业性收费金额：原样数值、单位，折合为元
-- en: Administrative fees: the amount and unit as printed, and in yuan
-- param: year integer | 报告年度 | report year
-- param: body text | 机关名称或其一部分 | body name or a part of it
-- column: report_id | 报告 | report
-- column: body | 机关 | body
-- column: year | 年度 | year
-- column: amount | 金额 | amount
-- column: unit | 单位 | unit
-- column: yuan | 折合元 | in yuan
-- column: raw | 原文 | as printed
select
  f.report_id as report_id,
  f.body as body,
  f.year as year,
  f.value as amount,
  f.unit as unit,
  case f.unit when '元' then f.value when '万元' then round(f.value * 10000, 2) when '亿元' then round(f.value * 100000000, 2)
  end as yuan,
  f.raw as raw
from figures as f
where f.table_name = 'disclosure'
  and f.row_name = 'fees'
  and f.column_name = 'amount'
  and f.value <> 0
  and (:year is null or f.year = :year)
  and (:body is null or instr(f.body, :body) > 0)
order by f.year desc, yuan desc nulls last, coalesce(f.body, ''), f.report_id;
-- when empty:
with said as (
  select
    r.report_id,
    (select count(d.value) from disclosure as d
     where d.report_id = r.report_id and d.item = 'fees' and d.measure = 'amount') as amounts
  from reports as r
  where (:year is null or r.year = :year) and (:body is null or instr(r.body, :body) > 0)
)
select
  printf('没有报告写有收费：共 %d 份报告，%d 份写明收费金额，均为零；%d 份没有写明。',
         count(*), count(*) filter (where amounts > 0), count(*) filter (where amounts = 0)) as zh,
  printf('No report has fees: of %d reports, %d say the amount, always zero; %d do not say.',
         count(*), count(*) filter (where amounts > 0), count(*) filter (where amounts = 0)) as en
from said;
