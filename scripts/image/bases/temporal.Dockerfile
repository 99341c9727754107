# As temporalio/server.
FROM cloud-licensing-base/debian
RUN apt-get update && apt-get install --yes --no-install-recommends netcat-openbsd && rm -rf /var/lib/apt/lists/* \
  && useradd --uid 1000 temporal
COPY temporal-server /usr/local/bin/temporal-server
COPY entrypoint.sh /etc/temporal/entrypoint.sh
RUN sed -i 's/ -o pipefail//' /etc/temporal/entrypoint.sh && chmod 755 /etc/temporal/entrypoint.sh
WORKDIR /etc/temporal
USER temporal
CMD ["/etc/temporal/entrypoint.sh"]
