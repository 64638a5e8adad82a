-- What must be the same of two PostgreSQL databases, apart from rows and the states of sequences. Each query follows a line that
-- names the kind of thing that its rows are; $ours stands for the user's objects of the catalog that follows it in parentheses.
-- It runs with an empty search_path, on every major version.

--- schema
SELECT nspname, pg_get_userbyid(nspowner), nspacl FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'

--- extension
SELECT extname, extversion, extnamespace::regnamespace FROM pg_extension

--- relation
SELECT oid::regclass, relkind, relpersistence, reloptions, relreplident, pg_get_userbyid(relowner), relacl, relrowsecurity,
    relforcerowsecurity, reloftype::regtype, (SELECT amname FROM pg_am WHERE oid = relam), relispopulated,
    pg_get_expr(relpartbound, oid), CASE WHEN relkind = 'p' THEN pg_get_partkeydef(oid) END,
    (SELECT reloptions FROM pg_class t WHERE t.oid = c.reltoastrelid)
FROM pg_class c WHERE relkind <> 't' AND $ours(relnamespace)

--- column
SELECT attrelid::regclass, row_number() OVER (PARTITION BY attrelid ORDER BY attnum), attname,
    format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated, attcollation::regcollation, attstorage, attcompression,
    nullif(attstattarget, -1), attoptions, attfdwoptions, attislocal, attinhcount, attacl, pg_get_expr(adbin, adrelid)
FROM pg_attribute JOIN pg_class c ON c.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
WHERE attnum > 0 AND NOT attisdropped AND relkind NOT IN ('i', 'I', 'S', 't') AND $ours(relnamespace)

--- inheritance
SELECT inhrelid::regclass, inhparent::regclass, row_number() OVER (PARTITION BY inhrelid ORDER BY inhseqno) FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid
WHERE $ours(relnamespace)

--- constraint
SELECT conrelid::regclass, contypid::regtype, conname, contype, pg_get_constraintdef(oid), convalidated, conislocal, coninhcount,
    connoinherit AND contype IN ('c', 'n'), to_jsonb(c) ->> 'conenforced'
FROM pg_constraint c WHERE $ours(connamespace)

--- index
SELECT pg_get_indexdef(indexrelid), indisvalid, indisclustered, indisreplident,
    (SELECT array_agg(ARRAY[attnum, attstattarget] ORDER BY attnum) FROM pg_attribute WHERE attrelid = indexrelid AND attstattarget > 0)
FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE $ours(relnamespace)

--- view
SELECT oid::regclass, pg_get_viewdef(oid) FROM pg_class WHERE relkind IN ('v', 'm') AND $ours(relnamespace)

--- rule
SELECT pg_get_ruledef(r.oid), ev_enabled FROM pg_rewrite r JOIN pg_class c ON c.oid = ev_class WHERE $ours(relnamespace)

--- trigger
SELECT pg_get_triggerdef(t.oid), tgenabled FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
WHERE NOT tgisinternal AND $ours(relnamespace)

--- policy
SELECT schemaname, tablename, policyname, permissive, roles, cmd, qual, with_check FROM pg_policies

--- statistics
SELECT pg_get_statisticsobjdef(oid), pg_get_userbyid(stxowner), nullif(stxstattarget, -1) FROM pg_statistic_ext
WHERE $ours(stxnamespace)

--- type
SELECT oid::regtype, typtype, typlen, typbyval, typcategory, typispreferred, typdelim, typalign, typstorage, typnotnull,
    format_type(typbasetype, typtypmod), typcollation::regcollation, typdefault, typinput, typoutput, typreceive, typsend, typmodin,
    typmodout, typanalyze, pg_get_userbyid(typowner), typacl,
    (SELECT array_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid)
FROM pg_type t WHERE $ours(typnamespace)

--- range
SELECT rngtypid::regtype, rngsubtype::regtype, rngmultitypid::regtype, rngcollation::regcollation, rngcanonical, rngsubdiff,
    (SELECT opcname FROM pg_opclass WHERE oid = rngsubopc)
FROM pg_range JOIN pg_type t ON t.oid = rngtypid WHERE $ours(typnamespace)

--- function
SELECT pg_get_functiondef(oid), pg_get_userbyid(proowner), proacl FROM pg_proc WHERE prokind <> 'a' AND $ours(pronamespace)

--- aggregate
SELECT p.oid::regprocedure, pg_get_function_result(p.oid), to_jsonb(a) - 'aggfnoid' - 'aggsortop' - 'aggtranstype' - 'aggmtranstype',
    aggsortop::regoperator, aggtranstype::regtype, aggmtranstype::regtype, proparallel, pg_get_userbyid(proowner), proacl
FROM pg_proc p JOIN pg_aggregate a ON aggfnoid = p.oid WHERE $ours(pronamespace)

--- operator
SELECT oid::regoperator, oprkind, oprcanmerge, oprcanhash, oprresult::regtype, oprcom::regoperator, oprnegate::regoperator, oprcode,
    oprrest, oprjoin, pg_get_userbyid(oprowner)
FROM pg_operator WHERE $ours(oprnamespace)

--- cast
SELECT castsource::regtype, casttarget::regtype, castfunc::regprocedure, castcontext, castmethod FROM pg_cast WHERE oid >= 16384

--- operator family
SELECT opfnamespace::regnamespace, opfname, amname, pg_get_userbyid(opfowner)
FROM pg_opfamily JOIN pg_am a ON a.oid = opfmethod WHERE $ours(opfnamespace)

--- operator class
SELECT opcnamespace::regnamespace, opcname, amname, opcintype::regtype, opcdefault, opckeytype::regtype, opfname
FROM pg_opclass JOIN pg_am a ON a.oid = opcmethod JOIN pg_opfamily f ON f.oid = opcfamily WHERE $ours(opcnamespace)

--- operator of a family
SELECT opfname, amoplefttype::regtype, amoprighttype::regtype, amopstrategy, amoppurpose, amopopr::regoperator
FROM pg_amop JOIN pg_opfamily f ON f.oid = amopfamily WHERE $ours(opfnamespace)

--- function of a family
SELECT opfname, amproclefttype::regtype, amprocrighttype::regtype, amprocnum, amproc
FROM pg_amproc JOIN pg_opfamily f ON f.oid = amprocfamily WHERE $ours(opfnamespace)

--- collation
SELECT to_jsonb(c) - 'oid' - 'collnamespace' - 'collowner', collnamespace::regnamespace FROM pg_collation c WHERE $ours(collnamespace)

--- conversion
SELECT connamespace::regnamespace, conname, conforencoding, contoencoding, conproc, condefault FROM pg_conversion
WHERE $ours(connamespace)

--- text search configuration
SELECT cfgnamespace::regnamespace, cfgname, prsname,
    (SELECT array_agg(format('%s %s %s', maptokentype, mapseqno, mapdict::regdictionary) ORDER BY maptokentype, mapseqno)
      FROM pg_ts_config_map WHERE mapcfg = c.oid)
FROM pg_ts_config c JOIN pg_ts_parser p ON p.oid = cfgparser WHERE $ours(cfgnamespace)

--- text search dictionary
SELECT dictnamespace::regnamespace, dictname, tmplname, dictinitoption
FROM pg_ts_dict JOIN pg_ts_template t ON t.oid = dicttemplate WHERE $ours(dictnamespace)

--- language
SELECT lanname, lanpltrusted, lanacl FROM pg_language

--- foreign server
SELECT srvname, fdwname, srvtype, srvversion, srvoptions, srvacl FROM pg_foreign_server JOIN pg_foreign_data_wrapper f ON f.oid = srvfdw

--- foreign table
SELECT ftrelid::regclass, srvname, ftoptions FROM pg_foreign_table JOIN pg_foreign_server s ON s.oid = ftserver

--- event trigger
SELECT evtname, evtevent, evtfoid, evtenabled, evttags FROM pg_event_trigger

--- publication
SELECT to_jsonb(p) - 'oid' - 'pubowner', pg_get_userbyid(pubowner) FROM pg_publication p

--- publication membership
SELECT pubname, prrelid::regclass, to_jsonb(m) ->> 'prqual' IS NOT NULL, to_jsonb(m) -> 'prattrs'
FROM pg_publication_rel m JOIN pg_publication p ON p.oid = prpubid

--- default privileges
SELECT pg_get_userbyid(defaclrole), defaclnamespace::regnamespace, defaclobjtype, defaclacl FROM pg_default_acl

--- comment
SELECT pg_describe_object(classoid, objoid, objsubid), description FROM pg_description WHERE objoid >= 16384

--- sequence
SELECT schemaname, sequencename, data_type, start_value, min_value, max_value, increment_by, cycle, cache_size, sequenceowner
FROM pg_sequences

--- owner of a sequence
SELECT objid::regclass, deptype, pg_describe_object(refclassid, refobjid, refobjsubid) FROM pg_depend
    JOIN pg_class c ON c.oid = objid
WHERE relkind = 'S' AND refobjsubid > 0

--- large object
SELECT oid, md5(lo_get(oid)) FROM pg_largeobject_metadata
