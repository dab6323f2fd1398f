-- zh: 缺什么：缺机关、缺年度、缺表、缺行或有空格的报告
-- en: What is missing: reports without body, year or tables, or with cells that hold no number
-- param: year integer | 报告年度 | report year
-- param: body text | 机关名称或其一部分 | body name or a part of it
-- column: report_id | 报告 | report
-- column: body | 机关 | body
-- column: year | 年度 | year
-- column: disclosure_cells | 主动公开的格 | cells of disclosure
-- column: request_cells | 申请的格 | cells of requests
-- column: dispute_cells | 复议诉讼的格 | cells of disputes
-- column: without_number | 非数字的格 | cells without a number
-- column: lacks | 缺 | lacks
-- column: source | 文件 | file

-- The rows tell at once which reports may lack something; only their cells are counted.
with suspect as materialized (
  select
    r.report_id as report_id,
    r.body as body,
    r.year as year,
    r.source as source,
    7 * iif(r.generation = 'G1', 23, 25) as request_cells_wanted
  from reports as r
  where (:year is null or r.year = :year)
    and (:body is null or instr(r.body, :body) > 0)
    and (
      r.body is null
      or r.year is null
      or not exists (
        select 1 from disclosure_row as c where c.id between (r.report_id << 6) and (r.report_id << 6) + 63
      )
      or (
        select count(*) from request_row as q where q.id between (r.report_id << 6) and (r.report_id << 6) + 63
      ) < iif(r.generation = 'G1', 23, 25)
      or (select count(*) from dispute_row as d where d.id between (r.report_id << 3) and (r.report_id << 3) + 7) < 3
      or exists (
        select 1 from request_row as q
        where q.id between (r.report_id << 6) and (r.report_id << 6) + 63 and q.marks is not null
      )
      or exists (
        select 1 from dispute_row as d
        where d.id between (r.report_id << 3) and (r.report_id << 3) + 7 and d.marks is not null
      )
      or exists (
        select 1 from disclosure_row as c
        where c.id between (r.report_id << 6) and (r.report_id << 6) + 63 and c.marks glob '*[^0wy]*'
      )
    )
),
counted as materialized (
  select
    f.report_id as report_id,
    count(*) filter (where f.table_name = 'disclosure') as disclosure_cells,
    count(*) filter (where f.table_name = 'requests') as request_cells,
    count(*) filter (where f.table_name = 'disputes') as dispute_cells,
    count(*) - count(f.value) as without_number
  from (
    select s.report_id as report_id, c.table_name as table_name, c.value as value
    from suspect as s
    join figures as c on c.report_id = s.report_id
    limit -1 -- keeps the join out of the aggregate, where SQLite would make all figures of the archive first
  ) as f
  group by f.report_id
),
cells as (
  select
    s.report_id as report_id,
    s.body as body,
    s.year as year,
    s.source as source,
    s.request_cells_wanted as request_cells_wanted,
    coalesce(n.disclosure_cells, 0) as disclosure_cells,
    coalesce(n.request_cells, 0) as request_cells,
    coalesce(n.dispute_cells, 0) as dispute_cells,
    coalesce(n.without_number, 0) as without_number
  from suspect as s
  left join counted as n on n.report_id = s.report_id
)
select
  c.report_id as report_id,
  c.body as body,
  c.year as year,
  c.disclosure_cells as disclosure_cells,
  c.request_cells as request_cells,
  c.dispute_cells as dispute_cells,
  c.without_number as without_number,
  nullif(ltrim(
    iif(c.body is null, ' body', '') || iif(c.year is null, ' year', '')
    || iif(c.disclosure_cells = 0, ' disclosure', '') || iif(c.request_cells = 0, ' requests', '')
    || iif(c.dispute_cells = 0, ' disputes', '')), '') as lacks,
  c.source as source
from cells as c
where c.body is null
  or c.year is null
  or c.disclosure_cells = 0
  or c.request_cells < c.request_cells_wanted
  or c.dispute_cells < 15
  or c.without_number > 0
order by c.year desc, coalesce(c.body, ''), c.report_id;
-- when empty:
select
  printf('没有缺漏：共 %d 份报告，机关、年度和三张表齐全，每格都是数字。', count(*)) as zh,
  printf('Nothing is missing: all %d reports have body, year and three tables, and a number in every cell.',
         count(*)) as en
from reports as r
where (:year is null or r.year = :year) and (:body is null or instr(r.body, :body) > 0);
