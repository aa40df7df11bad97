--
-- PostgreSQL database dump
--
SET client_encoding = 'UTF8';

CREATE TABLE public.definitions (
    id integer NOT NULL,
    term character varying,
    definition character varying,
    creation_date timestamp without time zone,
    user_name character varying
);

COPY public.definitions (id, term, definition, creation_date, user_name, tsv_search) FROM stdin;
1	TLA	Three letter acronym (TLA), a word that\nexplains \\ itself.	2015-10-21 00:31:05.525848	ada	'acronym':4B
2	온콜	온콜(On-call)은 당번이다.	\N	\N	\N
7	retro	\N	2015-11-02 10:00:00	bo	\N
9		nobody knows what	2015-11-02 10:00:00	bo	\N
\.

COPY public.interactions (id, user_name, term, action, creation_date) FROM stdin;
1	ada	TLA	found	2015-10-21 00:31:05
\.
