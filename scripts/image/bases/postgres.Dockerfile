# As postgres:18: its programs on PATH, its data below /var/lib/postgresql, what is in /docker-entrypoint-initdb.d run once.
FROM cloud-licensing-base/debian
RUN apt-get update \
  && apt-get install --yes --no-install-recommends libgssapi-krb5-2 libreadline8 libxml2 tzdata && rm -rf /var/lib/apt/lists/* \
  && useradd --uid 999 --user-group postgres && mkdir /docker-entrypoint-initdb.d
COPY postgresql /usr/local/pgsql
COPY postgres-entrypoint.sh /usr/local/bin/docker-entrypoint.sh
ENV PATH=/usr/local/pgsql/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
ENV PGDATA=/var/lib/postgresql/18/docker
ENTRYPOINT ["sh", "/usr/local/bin/docker-entrypoint.sh"]
CMD ["postgres"]
