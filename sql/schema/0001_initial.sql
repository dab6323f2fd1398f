-- The archive's first schema. Tables are ours to change by a later file of this folder; the views are what users rely on
-- (docs/schema.md). Codes and labels of the form are not written here: the program fills the vocabulary tables from
-- src/report/form.hpp, their one owner, whenever it opens an archive for writing.

create table meta (
  key text primary key,
  value text not null
) strict, without rowid;

-- ── vocabulary ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- `id` never changes once given; `position` is the order of the form, which a later form may change.

create table outcome (
  id integer primary key,
  position integer not null,
  code text not null unique,
  zh text not null,
  en text not null,
  group_code text
) strict;

create table route (
  id integer primary key,
  position integer not null,
  code text not null unique,
  zh text not null,
  en text not null
) strict;

create table item (
  id integer primary key,
  position integer not null,
  code text not null unique,
  zh text not null,
  en text not null
) strict;

create table measure (
  id integer primary key,
  position integer not null,
  code text not null unique,
  zh text not null,
  en text not null
) strict;

-- Columns of the table of requests, and of the table of disputes.
create table applicant (
  position integer primary key,
  code text not null unique,
  zh text not null,
  en text not null
) strict;

create table result (
  position integer primary key,
  code text not null unique,
  zh text not null,
  en text not null
) strict;

-- A printed row of table 二: an item with its measures as one generation of the form has them.
create table item_form (
  id integer primary key,
  item_id integer not null references item (id),
  measures text not null,
  unique (item_id, measures)
) strict;

create table item_form_measure (
  form_id integer not null references item_form (id),
  position integer not null,
  measure_id integer not null references measure (id),
  primary key (form_id, position)
) strict, without rowid;

create table section_kind (
  code text primary key,
  position integer not null,
  zh text not null
) strict, without rowid;

-- What one character of `marks` says of a cell. `raw` is NULL where the cell prints its value canonically.
create table cell_mark (
  mark text primary key,
  state text not null,
  raw text,
  unit text not null,
  unit_from text not null
) strict, without rowid;

create table form_table (
  id integer primary key,
  code text not null unique
) strict;

-- ── reports ─────────────────────────────────────────────────────────────────────────────────────────────────────────

create table source (
  id integer primary key,
  sha256 text not null unique,
  path text not null,
  size integer not null,
  media_type text not null,
  encoding text not null,
  ingested_at text not null
) strict;

create table body (
  id integer primary key,
  name text not null unique,
  name_key text not null
) strict;

create index body_key on body (name_key);

create table report (
  id integer primary key,
  source_id integer not null unique references source (id),
  body_id integer references body (id),
  year integer,
  generation text check (generation in ('G0', 'G1', 'G2')),
  scope text not null,
  title text not null,
  published_on text,
  revision integer not null check (revision >= 1),
  superseded_by integer references report (id),
  body_from text not null,
  year_from text not null,
  parser_version integer not null
) strict;

create index report_year on report (year, body_id) where superseded_by is null;
create index report_body on report (body_id, year);

create table section (
  id integer primary key,
  report_id integer not null references report (id),
  kind text not null references section_kind (code),
  heading text not null,
  text text not null,
  line integer not null
) strict;

create index section_report on section (report_id);

-- ── figures (docs/decisions/0003-figure-layout.md) ──────────────────────────────────────────────────────────────────
-- A row that was not printed is no row; a NULL is a cell that prints no whole number. `marks` is NULL where every cell is
-- a plainly printed number, else one character a cell. `place` packs where the row stands: bits 0–19 the line counted
-- from figure_table.first_line, 20–31 the row, 32–39 the column, 40–51 the page of the source.
-- A row's id is its report's and its own number in one, so that neither is stored twice and a report's rows lie together.

create table figure_table (
  id integer primary key,
  report_id integer generated always as (id >> 2) virtual,
  table_id integer generated always as (id & 3) virtual,
  first_line integer not null,
  line_step integer not null,
  column_step integer not null,
  positional integer not null check (positional in (0, 1))
) strict;

create table request_row (
  id integer primary key,
  report_id integer generated always as (id >> 6) virtual,
  outcome_id integer generated always as (id & 63) virtual,
  natural_person integer,
  business integer,
  research_institution integer,
  social_organization integer,
  legal_service integer,
  other_organization integer,
  total integer,
  place integer,
  marks text
) strict;

create table dispute_row (
  id integer primary key,
  report_id integer generated always as (id >> 3) virtual,
  route_id integer generated always as (id & 7) virtual,
  upheld integer,
  corrected integer,
  other integer,
  pending integer,
  total integer,
  place integer,
  marks text
) strict;

-- Reports with a dispute are few: this index is the answer to "who was taken to court".
create index dispute_row_any on dispute_row (route_id)
where total > 0 or upheld > 0 or corrected > 0 or other > 0 or pending > 0;

create table disclosure_row (
  id integer primary key,
  report_id integer generated always as (id >> 6) virtual,
  form_id integer generated always as (id & 63) virtual,
  value_1 integer,
  value_2 integer,
  value_3 integer,
  place integer,
  marks text
) strict;

-- What the compact form cannot say: the cells whose mark is `*`. `row_id` is the outcome's, route's or item form's id.
-- The value is mantissa × 10^-scale, exactly.
create table cell_note (
  report_id integer not null references report (id),
  table_id integer not null references form_table (id),
  row_id integer not null,
  position integer not null,
  state text not null,
  raw text not null,
  mantissa integer,
  scale integer,
  unit text not null,
  unit_from text not null,
  how text not null,
  line integer not null,
  page integer not null,
  source_row integer not null,
  source_column integer not null,
  primary key (report_id, table_id, row_id, position)
) strict, without rowid;

-- ── findings, runs and failures ─────────────────────────────────────────────────────────────────────────────────────

create table finding (
  id integer primary key,
  report_id integer not null references report (id),
  rule text not null,
  status text not null,
  left_mantissa integer,
  left_scale integer,
  right_mantissa integer,
  right_scale integer,
  message text not null
) strict;

create index finding_report on finding (report_id);
create index finding_status on finding (status, rule);

create table finding_cell (
  finding_id integer not null references finding (id),
  position integer not null,
  cell text not null,
  primary key (finding_id, position)
) strict, without rowid;

create table ingest_run (
  id integer primary key,
  started_at text not null,
  finished_at text not null,
  added integer not null,
  revised integer not null,
  unchanged integer not null,
  failed integer not null
) strict;

-- Files that were refused. `sha256` is empty where the bytes could not be read.
create table failure (
  id integer primary key,
  path text not null,
  sha256 text not null,
  code text not null,
  message_zh text not null,
  message_en text not null,
  hint_zh text not null,
  hint_en text not null,
  first_seen text not null,
  last_seen text not null,
  attempts integer not null
) strict;

create index failure_path on failure (path);
create unique index failure_bytes on failure (sha256) where sha256 <> '';

-- ── full text: one row a section of a current report, one column a kind, so that a search can be held to a kind ─────

create view section_document as
select
  s.id as id,
  case when s.kind = 'preface' then s.text end as preface,
  case when s.kind = 'overview' then s.text end as overview,
  case when s.kind = 'disclosure' then s.text end as disclosure,
  case when s.kind = 'requests' then s.text end as requests,
  case when s.kind = 'disputes' then s.text end as disputes,
  case when s.kind = 'improvements' then s.text end as improvements,
  case when s.kind = 'other_matters' then s.text end as other_matters
from section as s
join report as r on r.id = s.report_id
where r.superseded_by is null;

create virtual table section_fts using fts5 (
  preface, overview, disclosure, requests, disputes, improvements, other_matters,
  content = 'section_document', content_rowid = 'id', tokenize = 'nianbao'
);

-- Fewer and larger merges while loading; finish_writing() merges all at the end.
insert into section_fts (section_fts, rank) values ('hashsize', 8388608);
insert into section_fts (section_fts, rank) values ('automerge', 16);
insert into section_fts (section_fts, rank) values ('crisismerge', 64);

-- ── the views users rely on: current revisions only ─────────────────────────────────────────────────────────────────
-- None ends in an outer join: SQLite 3.40 would then not flatten it where it is joined to another view.

create view reports as
select
  r.id as report_id,
  b.name as body,
  r.year as year,
  r.generation as generation,
  r.scope as scope,
  r.title as title,
  r.published_on as published_on,
  s.path as source,
  r.revision as revision
from report as r
left join body as b on b.id = r.body_id
join source as s on s.id = r.source_id
where r.superseded_by is null;

create view requests as
select
  r.id as report_id,
  b.name as body,
  r.year as year,
  o.code as outcome,
  q.natural_person as natural_person,
  q.business as business,
  q.research_institution as research_institution,
  q.social_organization as social_organization,
  q.legal_service as legal_service,
  q.other_organization as other_organization,
  q.total as total
from report as r
left join body as b on b.id = r.body_id
join outcome as o
join request_row as q on q.id = (r.id << 6) + o.id
where r.superseded_by is null;

create view disputes as
select
  r.id as report_id,
  b.name as body,
  r.year as year,
  t.code as route,
  d.upheld as upheld,
  d.corrected as corrected,
  d.other as other,
  d.pending as pending,
  d.total as total
from report as r
left join body as b on b.id = r.body_id
join route as t
join dispute_row as d on d.id = (r.id << 3) + t.id and r.id = d.report_id and t.id = d.route_id
where r.superseded_by is null;

-- Every cell of the three tables as it is stored, current or not; the views below show what users need of it.
create view stored_cell as
select
  r.id as report_id,
  2 as table_id,
  o.id as row_id,
  o.position as row_position,
  o.code as row_name,
  a.position as position,
  a.code as column_name,
  case a.position
    when 1 then q.natural_person
    when 2 then q.business
    when 3 then q.research_institution
    when 4 then q.social_organization
    when 5 then q.legal_service
    when 6 then q.other_organization
    when 7 then q.total
  end as whole,
  q.place as place,
  coalesce(substr(q.marks, a.position, 1), '0') as mark
from report as r
join outcome as o
join request_row as q on q.id = (r.id << 6) + o.id
join applicant as a
union all
select
  r.id,
  3,
  t.id,
  t.position,
  t.code,
  e.position,
  e.code,
  case e.position
    when 1 then d.upheld
    when 2 then d.corrected
    when 3 then d.other
    when 4 then d.pending
    when 5 then d.total
  end,
  d.place,
  coalesce(substr(d.marks, e.position, 1), '0')
from report as r
join route as t
join dispute_row as d on d.id = (r.id << 3) + t.id
join result as e
union all
select
  r.id,
  1,
  f.id,
  i.position,
  i.code,
  fm.position,
  m.code,
  case fm.position when 1 then c.value_1 when 2 then c.value_2 when 3 then c.value_3 end,
  c.place,
  coalesce(substr(c.marks, fm.position, 1), '0')
from report as r
join item_form as f
join disclosure_row as c on c.id = (r.id << 6) + f.id
join item as i on i.id = f.item_id
join item_form_measure as fm on fm.form_id = f.id
join measure as m on m.id = fm.measure_id;

create view disclosure as
select
  r.id as report_id,
  b.name as body,
  r.year as year,
  i.code as item,
  m.code as measure,
  coalesce(
    case fm.position when 1 then c.value_1 when 2 then c.value_2 when 3 then c.value_3 end,
    n.mantissa / cast('1e' || n.scale as real)
  ) as value,
  nullif(coalesce(n.unit, k.unit), '') as unit
from report as r
left join body as b on b.id = r.body_id
join item_form as f
join disclosure_row as c on c.id = (r.id << 6) + f.id
join item as i on i.id = f.item_id
join item_form_measure as fm on fm.form_id = f.id
left join cell_mark as k on k.mark = coalesce(substr(c.marks, fm.position, 1), '0')
left join cell_note as n
  on n.report_id = r.id and n.table_id = 1 and n.row_id = f.id and n.position = fm.position
join measure as m on m.id = fm.measure_id
where r.superseded_by is null and coalesce(substr(c.marks, fm.position, 1), '0') <> '.';

create view figures as
select
  r.id as report_id,
  b.name as body,
  r.year as year,
  ft.code as table_name,
  c.row_name as row_name,
  c.column_name as column_name,
  coalesce(c.whole, n.mantissa / cast('1e' || n.scale as real)) as value,
  coalesce(n.raw, k.raw, cast(c.whole as text)) as raw,
  coalesce(n.state, k.state) as state,
  nullif(coalesce(n.unit, k.unit), '') as unit,
  coalesce(n.how, case t.positional when 1 then 'positional' else 'label' end) as how,
  nullif(coalesce(n.line, t.first_line + (c.place & 1048575) + (c.position - 1) * t.line_step), 0) as line,
  nullif(coalesce(n.page, c.place >> 40), 0) as page
from report as r
left join body as b on b.id = r.body_id
join stored_cell as c on c.report_id = r.id
join form_table as ft on ft.id = c.table_id
left join cell_mark as k on k.mark = c.mark
left join cell_note as n
  on c.mark = '*'
  and n.report_id = c.report_id
  and n.table_id = c.table_id
  and n.row_id = c.row_id
  and n.position = c.position
join figure_table as t on t.id = (c.report_id << 2) + c.table_id
where r.superseded_by is null and c.mark <> '.';

-- Sums of a group of rows: NULL unless every row of the group is there and says its total.
create view summary as
select
  r.id as report_id,
  b.name as body,
  r.year as year,
  (select q.total from outcome as o join request_row as q on q.id = (r.id << 6) + o.id
   where o.code = 'new_received') as new_received,
  (select q.total from outcome as o join request_row as q on q.id = (r.id << 6) + o.id
   where o.code = 'carried_in') as carried_in,
  (select q.total from outcome as o join request_row as q on q.id = (r.id << 6) + o.id
   where o.code = 'granted') as granted,
  (select q.total from outcome as o join request_row as q on q.id = (r.id << 6) + o.id
   where o.code = 'partially_granted') as partially_granted,
  (select case when count(*) = count(q.total) then sum(q.total) end
   from outcome as o left join request_row as q on q.id = (r.id << 6) + o.id
   where o.group_code = 'denied') as denied,
  (select case when count(*) = count(q.total) then sum(q.total) end
   from outcome as o left join request_row as q on q.id = (r.id << 6) + o.id
   where o.group_code = 'unavailable') as unavailable,
  (select case when count(*) = count(q.total) then sum(q.total) end
   from outcome as o left join request_row as q on q.id = (r.id << 6) + o.id
   where o.group_code = 'refused') as refused,
  -- The form of 2021 has three rows, that of 2019 one row for all of them.
  coalesce(
    (select case when count(*) = count(q.total) then sum(q.total) end
     from outcome as o left join request_row as q on q.id = (r.id << 6) + o.id
     where o.code in ('other_not_corrected_in_time', 'other_fee_not_paid', 'other_remaining')),
    (select q.total from outcome as o join request_row as q on q.id = (r.id << 6) + o.id
     where o.code = 'other_processing')
  ) as other_processed,
  (select q.total from outcome as o join request_row as q on q.id = (r.id << 6) + o.id
   where o.code = 'total_processed') as total_processed,
  (select q.total from outcome as o join request_row as q on q.id = (r.id << 6) + o.id
   where o.code = 'carried_out') as carried_out,
  (select d.total from route as t join dispute_row as d on d.id = (r.id << 3) + t.id
   where t.code = 'reconsideration') as reconsiderations,
  (select d.corrected from route as t join dispute_row as d on d.id = (r.id << 3) + t.id
   where t.code = 'reconsideration') as reconsiderations_corrected,
  (select case when count(*) = count(d.total) then sum(d.total) end
   from route as t left join dispute_row as d on d.id = (r.id << 3) + t.id
   where t.code in ('litigation_direct', 'litigation_after_reconsideration')) as litigations,
  (select case when count(*) = count(d.corrected) then sum(d.corrected) end
   from route as t left join dispute_row as d on d.id = (r.id << 3) + t.id
   where t.code in ('litigation_direct', 'litigation_after_reconsideration')) as litigations_corrected
from report as r
left join body as b on b.id = r.body_id
join source as s on s.id = r.source_id
where r.superseded_by is null;

create view sections as
select
  r.id as report_id,
  b.name as body,
  r.year as year,
  s.kind as kind,
  s.heading as heading,
  s.text as text,
  s.line as line
from report as r
left join body as b on b.id = r.body_id
join section as s on s.report_id = r.id
where r.superseded_by is null;

create view findings as
select
  r.id as report_id,
  b.name as body,
  r.year as year,
  f.rule as rule,
  f.status as status,
  f.message as message,
  (select group_concat(c.cell, ' ')
   from (select fc.cell from finding_cell as fc where fc.finding_id = f.id order by fc.position) as c) as cells,
  case when f.left_scale = 0 then f.left_mantissa else f.left_mantissa / cast('1e' || f.left_scale as real) end
    as left_value,
  case when f.right_scale = 0 then f.right_mantissa else f.right_mantissa / cast('1e' || f.right_scale as real) end
    as right_value
from report as r
left join body as b on b.id = r.body_id
join finding as f on f.report_id = r.id
where r.superseded_by is null;
